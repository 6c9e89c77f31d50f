import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settingNames } from '../../main/settings/definition.ts';
import { settingsFiles } from './files.ts';

const root = path.join(import.meta.dirname, '..', '..');
const files = settingsFiles();
const fileNamed = (name: string): string => files[name] ?? '';

test.each(Object.keys(files))('%s is what `npm run settings:write` makes of the settings now', (file) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(files[file]);
});

test('docs/settings.md names every setting', () => {
  const text = fileNamed('docs/settings.md');
  expect(settingNames.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});
