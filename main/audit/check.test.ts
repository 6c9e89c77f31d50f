import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, linkEntry } from './chain.ts';
import { checkTrail, type TrailFile } from './check.ts';
import { began, firstDay, trailOf } from '../../test/support/trails.ts';
import { anyCharacter } from '../../test/support/anyCharacter.ts';

const whole = trailOf(6);
const lines = whole.files.flatMap(({ name, text }) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => ({ name, line })),
);
const [october = { name: '', text: '' }, november = { name: '', text: '' }] = whole.files;

/** The same files with other lines. */
function withLines(changed: typeof lines): readonly TrailFile[] {
  return whole.files.map(({ name }) => ({
    name,
    text: changed.map((each) => (each.name === name ? `${each.line}\n` : '')).join(''),
  }));
}

/** The line at `index` in another wording. */
function reworded(index: number, change: (line: string) => string): typeof lines {
  return lines.map((each, at) => (at === index ? { ...each, line: change(each.line) } : each));
}

const anyLine = fc.nat({ max: lines.length - 1 });
const findingsOf = (files: readonly TrailFile[]) => checkTrail(files).findings;

describe('a trail that is as it was written', () => {
  test('spans files, and nothing is found in it', () => {
    expect(whole.files.map(({ name }) => name)).toEqual(['listens-2026-10.jsonl', 'listens-2026-11.jsonl']);
    const { entries, findings } = checkTrail(whole.files);
    expect(findings).toEqual([]);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  test('an entry is spelt in one way: names in order, no white space, the SHA-256 of the rest among them', () => {
    const { line } = linkEntry(beginning, began, firstDay);
    // The hash was worked out with another program.
    const hash = '97776575969364c1d9dfba7da7b58afbf1ef1108b3f191245fa1edb9bb938fc1';
    expect(line).toBe(
      `{"agent":"20001","gateway":"gw.example:8043","hash":"${hash}","how":"asked","inspector":"291","kind":"listenStarted",` +
        `"previous":"${'0'.repeat(64)}","seq":1,"time":"2026-10-30T00:00:00.000Z"}\n`,
    );
  });

  test('an end names the listen that it ends', () => {
    const { entries } = checkTrail(whole.files);
    expect(entries.flatMap((entry) => (entry.kind === 'listenEnded' ? [entry.listen] : []))).toEqual([1, 3, 5, 7, 9, 11]);
  });

  test('one without entries is fine', () => {
    expect(checkTrail([])).toEqual({ entries: [], findings: [], removedUpTo: 0 });
  });
});

describe('where the chain breaks', () => {
  test('a changed line is named', () => {
    const changed = withLines(reworded(2, (line) => line.replace('20001', '20002')));
    expect(findingsOf(changed)).toEqual([{ kind: 'changed', seq: 3, file: october.name, line: 3 }]);
  });

  test('a line that is spelt in another way is a changed one', () => {
    const spaced = withLines(reworded(2, (line) => line.replace(',', ', ')));
    expect(findingsOf(spaced)).toEqual([{ kind: 'changed', seq: 3, file: october.name, line: 3 }]);
  });

  test('a line that was changed and given its own hash anew is found by the line behind it', () => {
    const forged = linkEntry(
      { seq: 2, hash: /"hash":"(\w+)"/.exec(lines[1]?.line ?? '')?.[1] ?? '', listen: 1 },
      { ...began, agent: '20009' },
      firstDay,
    );
    const found = findingsOf(withLines(reworded(2, () => forged.line.trimEnd())));
    expect(found).toEqual([{ kind: 'doesNotFollow', seq: 4, file: october.name, line: 4 }]);
  });

  test('removed lines are counted', () => {
    const found = findingsOf(withLines(lines.filter((_, at) => at !== 5 && at !== 6)));
    expect(found).toEqual([{ kind: 'missing', from: 6, to: 7, atFile: false, file: november.name, line: 2 }]);
  });

  test('a removed file is told from removed lines', () => {
    const months = trailOf(60, 24).files;
    const [, , december] = months;
    const found = findingsOf(months.filter((_, at) => at !== 1));
    expect(found).toEqual([{ kind: 'missing', from: 3, to: 32, atFile: true, file: december?.name, line: 1 }]);
  });

  test('a removed first file is found, too', () => {
    expect(findingsOf([november])).toEqual([{ kind: 'missing', from: 1, to: 4, atFile: true, file: november.name, line: 1 }]);
  });

  test('two lines in each other’s place are found', () => {
    const [a, b] = [lines[6], lines[7]];
    const swapped = lines.map((each, at) => (at === 6 ? (b ?? each) : at === 7 ? (a ?? each) : each));
    expect(findingsOf(withLines(swapped)).map(({ kind }) => kind)).toEqual(['missing', 'outOfPlace']);
  });

  test('a line that was put in twice is found', () => {
    const twice = lines.flatMap((each, at) => (at === 6 ? [each, each] : [each]));
    expect(findingsOf(withLines(twice))).toEqual([{ kind: 'outOfPlace', seq: 7, file: november.name, line: 4 }]);
  });

  test('a line without an end is torn', () => {
    const torn = [october, { ...november, text: november.text.slice(0, -20) }];
    expect(findingsOf(torn)).toEqual([{ kind: 'torn', file: november.name, line: 8 }]);
  });

  test('what Earshot found itself is told again', () => {
    const noted = linkEntry(whole.end, { kind: 'tamperingFound', lastSeq: 12, lastHash: 'a'.repeat(64) }, firstDay);
    const found = findingsOf([october, { ...november, text: november.text + noted.line }]);
    expect(found).toEqual([{ kind: 'tamperingFound', lastSeq: 12, file: november.name, line: 9 }]);
  });
});

describe('files that went by policy', () => {
  const lastOfOctober = checkTrail([october]).entries.at(-1);
  const note = (lastSeq: number) =>
    linkEntry(whole.end, { kind: 'filesRemoved', files: [october.name], lastSeq, lastHash: lastOfOctober?.hash ?? '', days: 30 }, firstDay)
      .line;

  test('leave the chain whole, as it says itself how far they reached', () => {
    const checked = checkTrail([{ ...november, text: november.text + note(4) }]);
    expect(checked.findings).toEqual([]);
    expect(checked.removedUpTo).toBe(4);
  });

  test('account for no more than they held', () => {
    const further = november.text.split('\n').slice(1).join('\n');
    expect(findingsOf([{ ...november, text: further + note(4) }])).toEqual([
      { kind: 'missing', from: 1, to: 5, atFile: true, file: november.name, line: 1 },
    ]);
  });
});

describe('what no chain can show by itself', () => {
  const cut = [october, { ...november, text: `${november.text.trimEnd().split('\n').slice(0, -2).join('\n')}\n` }];

  test('an end that was cut off at a line is not found', () => {
    expect(findingsOf(cut)).toEqual([]);
  });

  test('but it is where the newest entry was noted down elsewhere', () => {
    expect(checkTrail(cut, whole.end).findings).toEqual([{ kind: 'notThere', seq: 12 }]);
    expect(checkTrail(whole.files, whole.end).findings).toEqual([]);
  });

  test('a trail that was written wholly anew is found that way, too', () => {
    const anew = trailOf(6, 11);
    expect(findingsOf(anew.files)).toEqual([]);
    expect(checkTrail(anew.files, whole.end).findings).toEqual([{ kind: 'notThere', seq: 12 }]);
  });
});

describe('any single change is found', () => {
  test('of one character anywhere', () => {
    const anywhere = fc.nat({ max: october.text.length + november.text.length - 1 });
    fc.assert(
      fc.property(anywhere, fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        const [file, place] = at < october.text.length ? [october, at] : [november, at - october.text.length];
        fc.pre(file.text[place] !== other);
        const text = file.text.slice(0, place) + other + file.text.slice(place + 1);
        expect(findingsOf([october, november].map((each) => (each === file ? { ...each, text } : each)))).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('any line removed but the last ones', () => {
    fc.assert(
      fc.property(anyLine, (at) => {
        fc.pre(at !== lines.length - 1);
        expect(findingsOf(withLines(lines.filter((_, index) => index !== at)))).not.toEqual([]);
      }),
    );
  });

  test('any line put in anywhere, and any two in each other’s place', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (from, to) => {
        const line = lines[from];
        fc.pre(line !== undefined && from !== to);
        expect(findingsOf(withLines(lines.toSpliced(to, 0, { ...line, name: lines[to]?.name ?? '' })))).not.toEqual([]);
        const swapped = lines.map((each, at) =>
          at === from ? { ...each, line: lines[to]?.line ?? '' } : at === to ? { ...each, line: line.line } : each,
        );
        expect(findingsOf(withLines(swapped))).not.toEqual([]);
      }),
    );
  });

  test('and whatever stands in a file, the check does not break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: anyCharacter }), fc.json(), fc.constantFrom(...lines.map(({ line }) => line)))),
        (written) => {
          const text = written.map((line) => `${line}\n`).join('');
          expect(() => checkTrail([{ name: october.name, text }])).not.toThrow();
        },
      ),
    );
  });
});

test('a trail that was written before there were modes verifies as it stands', () => {
  const text = [
    '{"agent":"20001","gateway":"gw.example:8043","hash":"97776575969364c1d9dfba7da7b58afbf1ef1108b3f191245fa1edb9bb938fc1","how":"asked","inspector":"291","kind":"listenStarted","previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"time":"2026-10-30T00:00:00.000Z"}',
    '{"agent":"20001","code":"stopped","hash":"8ea190695287be804aea41632f4bec47795a47f18a658fa2ec3a152430a8820a","heardFor":4200,"inspector":"291","kind":"listenEnded","listen":1,"outcome":"stopped","previous":"97776575969364c1d9dfba7da7b58afbf1ef1108b3f191245fa1edb9bb938fc1","seq":2,"time":"2026-10-30T12:00:00.000Z"}',
  ]
    .map((line) => `${line}\n`)
    .join('');
  const { entries, findings } = checkTrail([{ name: 'listens-2026-10.jsonl', text }]);
  expect(findings).toEqual([]);
  expect(entries.map(({ kind }) => kind)).toEqual(['listenStarted', 'listenEnded']);
});
