import { expect, test } from 'vitest';
import { named } from './named.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

test.each(['محمد أحمد', 'דנה כהן', 'ܡܪܝܡ', 'ދިވެހި', '\u{1e900}\u{1e901}', 'Ali محمد', 'محمد 2'])(
  '%s has a direction of its own, which turns nothing around it',
  (name) => {
    const agent = { workNo: '20010', name };
    expect(en.pickUp(named(agent, en), 'listen')).toBe(`Pick up to listen to \u2068${name}\u2069 (20010).`);
    expect(zhCN.pickUp(named(agent, zhCN), 'listen')).toBe(`摘机即可监听 \u2068${name}\u2069（20010）。`);
  },
);

test.each(['Li Wei', '王秀英', 'Łukasz', 'Алёна', '김민수', '(A) 2', '👩‍👩‍👧'])('%s needs no mark that a font could show', (name) => {
  expect(named({ workNo: '20010', name }, en)).toBe(`${name} (20010)`);
});

test.each(['\u202eمحمد', '\u2067محمد', '\u2069محمد', 'محمد\u2068', '\u061cمحمد\u200f'])(
  'what a name brings along to turn text is taken out: %j',
  (name) => {
    expect(named({ workNo: '20010', name }, en)).toBe('\u2068محمد\u2069 (20010)');
  },
);

test('a long name from right to left ends before its number, cut', () => {
  expect(named({ workNo: '20010', name: 'م'.repeat(60) }, en)).toBe(`\u2068${'م'.repeat(39)}…\u2069 (20010)`);
});
