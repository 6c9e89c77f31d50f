import { describe, expect, test } from 'vitest';
import { gradeOf } from '../../contract/grade.ts';
import type { ScoreForm } from '../../contract/notes.ts';
import { defaultForm } from './defaultForm.ts';
import { readForm } from './form.ts';

const file = (text: string) => readForm('/srv/form.json', () => new TextEncoder().encode(text));

const good = `{
  "title": "Calls",
  "criteria": [
    { "id": "greeting", "name": { "en": "Greeting", "zh-CN": "问候" }, "kind": "points", "most": 5 },
    { "id": "rules", "name": "Rules", "kind": "yesNo", "fatal": true }
  ]
}`;

describe('the form of the scorecard', () => {
  test('is Earshot’s own where no file is named', () => {
    expect(readForm('', () => expect.unreachable())).toEqual({ form: defaultForm, fault: null });
  });

  test('is the file’s where that is a form', () => {
    const { form, fault } = file(good);
    expect(fault).toBeNull();
    expect(form.criteria.map(({ id }) => id)).toEqual(['greeting', 'rules']);
  });

  test.each([
    ['a value that does not fit', good.replace('"most": 5', '"most": "many"'), { why: 'doesNotFit', line: 4, field: 'criteria.0.most' }],
    ['a field that is missing', good.replace(', "most": 5', ''), { why: 'missing', line: 4, field: 'criteria.0.most' }],
    ['a field that there is not', good.replace('"title"', '"colour": 1,\n "title"'), { why: 'unknownName', line: 2, field: 'colour' }],
    ['an id that is there twice', good.replace('"rules"', '"greeting"'), { why: 'twice', line: 5, field: 'criteria.1.id' }],
    ['a comma too many', good.replace('} \n', '},\n').replace('true }', 'true },'), { why: 'noJson', line: 6, field: '' }],
    ['an end that is missing', good.slice(0, -2), { why: 'noJson', line: 6, field: '' }],
    ['nothing', '', { why: 'noJson', line: 1, field: '' }],
    [
      'a name of 10,000 characters',
      good.replace('"Rules"', `"${'x'.repeat(10_000)}"`),
      { why: 'doesNotFit', line: 5, field: 'criteria.1.name' },
    ],
  ])('is Earshot’s own where the file has %s, which is named by line and field', (_what, text, fault) => {
    expect(file(text)).toEqual({ form: defaultForm, fault });
  });

  test('is Earshot’s own where the path would lead elsewhere with each folder that Earshot is started from', () => {
    const fault = { why: 'notThere', line: null, field: '' };
    expect(readForm('form.json', () => new TextEncoder().encode(good))).toEqual({ form: defaultForm, fault });
  });

  test('is Earshot’s own where the file cannot be read', () => {
    const read = readForm('/srv/form.json', () => {
      throw new Error('ENOENT');
    });
    expect(read).toEqual({ form: defaultForm, fault: { why: 'notThere', line: null, field: '' } });
  });
});

describe('the grade', () => {
  const form: ScoreForm = {
    title: 'Calls',
    criteria: [
      { kind: 'points', id: 'greeting', name: 'Greeting', most: 5 },
      { kind: 'yesNo', id: 'sum', name: 'Summed up', points: 5, fatal: false },
      { kind: 'yesNo', id: 'rules', name: 'Rules', points: 0, fatal: true },
    ],
  };

  test('counts what was judged only', () => {
    expect(gradeOf(form, { greeting: 4 })).toBe(80);
    expect(gradeOf(form, { greeting: 4, sum: true })).toBe(90);
  });

  test('is none where nothing was judged', () => {
    expect(gradeOf(form, {})).toBeNull();
  });

  test('is 0 where a fatal criterion was not met, whatever else was given', () => {
    expect(gradeOf(form, { greeting: 5, sum: true, rules: false })).toBe(0);
  });

  test('gives no more than a criterion has', () => {
    expect(gradeOf(form, { greeting: 100 })).toBe(100);
  });
});
