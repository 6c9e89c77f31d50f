import { describe, expect, test } from 'vitest';
import type { Rule, RuleStatus } from '../../contract/rules.ts';
import { ruleMarks } from './ruleMarks.ts';
import { longRest, sales } from '../../test/support/rules.ts';

const watching = (watch: Rule['watch'], more: Partial<Rule> = {}): Rule => ({ ...longRest, watch, ...more });

describe('the colour of a rule that is on', () => {
  const agents = [{ workNo: '1', name: '' }];
  const on = (about: Extract<RuleStatus, { kind: 'on' }>['about']): RuleStatus => ({ kind: 'on', since: 0, about, unsure: 0 });
  const forAgents = on({ kind: 'agents', agents, all: 1 });
  const forNumber = on({ kind: 'number', number: 1, agents });

  test('is carried by its agents, of several rules that of the first', () => {
    const marks = ruleMarks([{ ...longRest, colour: 'none' }, longRest, { ...longRest, colour: 'red' }], [forAgents, forAgents, forAgents]);
    expect(marks.agents.get('1')?.colour).toBe('amber');
  });

  test('is carried by the number that it is about, and by agents only where there are too many of them', () => {
    const tooMany = watching({ kind: 'numberInState', state: 'inCall', of: { kind: 'all' }, bound: 'moreThan', number: 0 });
    const tooFew = watching({ kind: 'numberInState', state: 'idle', of: sales, bound: 'fewerThan', number: 3 }, { colour: 'red' });
    const marks = ruleMarks([tooMany, tooFew], [forNumber, forNumber]);
    expect([...marks.states.keys()]).toEqual(['talking', 'occupied']);
    expect([...marks.groups.keys()]).toEqual(['Sales']);
    expect(marks.agents.get('1')?.colour).toBe('amber');
    expect(ruleMarks([tooFew], [forNumber]).agents.size).toBe(0);
  });

  test('is carried by queues', () => {
    const queues = on({ kind: 'queues', queues: [{ id: 7, name: 'Claims', figure: 11 }], all: 1 });
    const waiting = watching({ kind: 'waiting', skill: '', moreThan: 10 });
    expect(ruleMarks([waiting], [queues]).queues.get(7)?.rule).toBe(waiting);
  });

  test('is on nothing while it is not on, or not known', () => {
    for (const status of [
      { kind: 'watching', unsure: 0 },
      { kind: 'notKnown', why: 'noContact', wasOn: true },
    ] as const) {
      expect(ruleMarks([longRest], [status]).agents.size).toBe(0);
    }
  });
});
