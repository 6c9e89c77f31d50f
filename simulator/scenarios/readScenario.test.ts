import { expect, test } from 'vitest';
import { readScenario, scenarioErrorText } from './index.ts';

function errorsOf(text: string): string[] {
  const reading = readScenario({ text, name: 'day.yaml' });
  return reading.kind === 'wrong' ? reading.errors.map(scenarioErrorText) : [];
}

test('a scenario is read with its durations, numbers and defaults', () => {
  const reading = readScenario({
    name: 'folder/day.yaml',
    text: `
about: A day
steps:
  - at: 1.5m
    do:
      - push: { agent: 291, events: [AgentState_Ready, { type: AgentOther_Note, content: { a: [1] } }] }
      - setPhone: { agent: '291', kind: picksUp, after: 500ms }
  - on: { request: addSupervise }
    do: [{ behave: true }]
`,
  });
  expect(reading).toEqual({
    kind: 'scenario',
    scenario: {
      name: 'day',
      about: 'A day',
      steps: [
        {
          at: 90_000,
          do: [
            {
              push: {
                agent: '291',
                times: 1,
                events: [
                  { type: 'AgentState_Ready', content: null },
                  { type: 'AgentOther_Note', content: { a: [1] } },
                ],
              },
            },
            { setPhone: { agent: '291', phone: { kind: 'picksUp', afterMs: 500 } } },
          ],
        },
        { on: { request: 'addSupervise', nth: 1, when: 'answered' }, do: [{ behave: true }] },
      ],
    },
  });
});

test.each([
  ['not YAML', 'about: [x\n', 'day.yaml:2:1'],
  ['nothing', '', 'day.yaml:1:1'],
  ['a field twice', 'about: x\nabout: y\n', 'day.yaml:2:1'],
  ['a missing field', 'about: x\n', 'day.yaml:1:1 steps: '],
  [
    'an unknown field',
    'about: x\nsteps:\n  - at: 0s\n    do: [{ behave: true }]\n    when: now\n',
    'day.yaml:5:5 steps[0].when: is no field',
  ],
  ['a bad duration', 'about: x\nsteps:\n  - at: soon\n    do: [{ behave: true }]\n', 'day.yaml:3:5 steps[0].at: must be a duration'],
  ['a duration above a day', 'about: x\nsteps:\n  - at: 25h\n    do: [{ behave: true }]\n', 'day.yaml:3:5 steps[0].at: must be a duration'],
  ['no trigger', 'about: x\nsteps:\n  - do: [{ behave: true }]\n', 'day.yaml:3:5 steps[0]: must have either at or on'],
  ['an unknown action', 'about: x\nsteps:\n  - at: 0s\n    do:\n      - dance: 291\n', 'day.yaml:5:9 steps[0].do[0].dance: is no field'],
  ['no action', 'about: x\nsteps:\n  - at: 0s\n    do:\n      - {}\n', 'day.yaml:5:9 steps[0].do[0]: must be exactly one of push'],
  [
    'a number that is no work number',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - pickUp: 7\n',
    'day.yaml:5:9 steps[0].do[0].pickUp: must be a work number',
  ],
  [
    'an unknown misbehaviour',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - nextAnswer:\n          to: {}\n          is: { kind: explode }\n',
    'day.yaml:7:17 steps[0].do[0].nextAnswer.is.kind: ',
  ],
  [
    'a duration that is no text',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - setPhone: { agent: 291, kind: picksUp, after: 5 }\n',
    'day.yaml:5:48 steps[0].do[0].setPhone.after: must be a duration',
  ],
  [
    'a missing duration',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - setPhone: { agent: 291, kind: picksUp }\n',
    'day.yaml:5:9 steps[0].do[0].setPhone.after: must be a duration',
  ],
  [
    'a duration by its name for programs',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - setPhone: { agent: 291, kind: picksUp, after: 1s, afterMs: 5 }\n',
    'day.yaml:5:59 steps[0].do[0].setPhone.afterMs: is no field',
  ],
  [
    'a phone that never was',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - setPhone: { agent: 291, kind: explodes }\n',
    'day.yaml:5:33 steps[0].do[0].setPhone.kind: ',
  ],
  [
    'a fault inside a fault',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - fault: { toClient: { slowDrip: { bytes: 0, every: 1s } } }\n',
    'day.yaml:5:42 steps[0].do[0].fault.toClient.slowDrip.bytes: ',
  ],
  [
    'a bad pattern',
    'about: x\nsteps:\n  - at: 0s\n    do:\n      - nextAnswer: { to: { path: "(" }, is: { kind: cutAnswer } }\n',
    'day.yaml:5:29 steps[0].do[0].nextAnswer.to.path: must be a regular expression',
  ],
] as const)('%s is said by file, line and field', (_, text, start) => {
  const [first] = errorsOf(text);
  expect(first?.slice(0, start.length)).toBe(start);
});

test('a text that repeats itself without end is refused', () => {
  const text = [
    'a: &a [x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'.charAt(at)}, `.repeat(8)}]`),
  ];
  expect(errorsOf(text.join('\n'))).toEqual([expect.stringContaining('repeats parts of itself')]);
});
