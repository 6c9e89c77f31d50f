import { expect, test } from 'vitest';
import { languageOf } from '../../contract/language.ts';
import { acceptedLanguages } from './acceptLanguage.ts';

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', ['zh-CN', 'zh', 'en'], 'zh-CN'],
  ['en;q=0.5, zh-CN', ['zh-CN', 'en'], 'zh-CN'],
  ['de-DE,en-GB;q=0.7,zh;q=0.3', ['de-DE', 'en-GB', 'zh'], 'en'],
  ['zh;q=0, en', ['en'], 'en'],
  ['*', [], 'en'],
  ['', [], 'en'],
  [undefined, [], 'en'],
  ['<script>, zh-Hans-CN;q=x', ['zh-Hans-CN'], 'zh-CN'],
] as const)('a browser that accepts %j prefers %j, and is spoken to in %s', (header, preferred, language) => {
  expect(acceptedLanguages(header)).toEqual(preferred);
  expect(languageOf(acceptedLanguages(header))).toBe(language);
});
