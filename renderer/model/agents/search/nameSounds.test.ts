import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../../contract/roster.ts';
import { createNameSounds } from './nameSounds.ts';
import { createNameSpelling } from './pinyin.ts';
import { createMatcher, searchTerms } from './search.ts';
import { unknownOfRow } from '../../../../test/support/rosterRow.ts';

const agent: RosterRow = { ...unknownOfRow, workNo: '20011', name: 'Wang Fang', group: 'Sales', state: 'idle', since: 0 };

describe('the sound of a name', () => {
  it('is worked out once for each name, and not before a search in Latin letters asks', async () => {
    const asked: string[] = [];
    const queue: (() => void)[] = [];
    const sounds = createNameSounds({
      load: () =>
        Promise.resolve((name: string) => {
          asked.push(name);
          return createNameSpelling()(name);
        }),
      soon: (run) => queue.push(run),
    });
    let ready = 0;
    sounds.onReady(() => (ready += 1));
    const matches = createMatcher(sounds);
    const chinese = { ...agent, name: '王秀英' };
    expect(matches(chinese, searchTerms('秀 20011'))).toBe(true);
    expect(queue).toEqual([]);
    expect(matches(chinese, searchTerms('wxy'))).toBe(false);
    expect(matches({ ...chinese, workNo: '2' }, searchTerms('wxy'))).toBe(false);
    await Promise.resolve();
    queue.shift()?.();
    expect(ready).toBe(1);
    expect(matches(chinese, searchTerms('wxy 200'))).toBe(true);
    expect(asked).toEqual(['王秀英']);
  });
});
