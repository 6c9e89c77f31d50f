import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..', '..');
const project = mkdtempSync(path.join(tmpdir(), 'earshot-lint-'));
const report = z.object({
  diagnostics: z.array(
    z.object({ code: z.string(), filename: z.string(), labels: z.array(z.object({ span: z.object({ line: z.int() }) })) }),
  ),
});

/** Lints these sources with the project's own rules; what needs types is left out, as it takes the most of the time. */
function lint(sources: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries(sources)) writeFileSync(path.join(project, file), text);
  const linter = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const done = spawnSync(process.execPath, [linter, '--format=json', ...Object.keys(sources)], { cwd: project, encoding: 'utf8' });
  const { diagnostics } = report.parse(JSON.parse(done.stdout));
  return diagnostics.map(({ code, filename, labels }) => `${code} ${filename}:${String(labels[0]?.span.line)}`).sort();
}

beforeAll(() => {
  const config = readFileSync(path.join(root, '.oxlintrc.json'), 'utf8');
  writeFileSync(path.join(project, '.oxlintrc.json'), config.replace('"typeAware": true', '"typeAware": false'));
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }');
  cpSync(path.join(root, 'scripts', 'lint'), path.join(project, 'scripts', 'lint'), { recursive: true });
  mkdirSync(path.join(project, 'renderer'));
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

test('words that a person reads stand in no component', () => {
  const lines = [
    'export const a = <p>Words</p>;',
    'export const b = <p title="Words" />;',
    "export const c = <p>{'词'}</p>;",
    'export const d = <p title="&#20013;">&#20013;</p>;',
    'export const e = <p aria-roledescription="words" alt="·" className="words" />;',
    "export const f = <p data-kind={'words'}>· {1} —</p>;",
  ];
  expect(lint({ 'renderer/page.tsx': lines.join('\n'), 'page.tsx': lines.join('\n') })).toEqual(
    [1, 2, 3, 4, 4, 5].map((line) => `own(words-in-i18n) renderer/page.tsx:${String(line)}`),
  );
});

test('no handler of keys sees what an input method composes', () => {
  const lines = [
    'export const a = <p onKeyDown={() => undefined} />;',
    'export const b = <p onKeyUpCapture={act} />;',
    'export const c = <p onKeyDown={unlessComposing(act)} onClick={act} />;',
    "window.addEventListener('keydown', act);",
    "window.addEventListener('keyup', unlessComposing(act), { capture: true });",
    "window.addEventListener('click', act);",
  ];
  expect(lint({ 'renderer/keys.tsx': lines.join('\n'), 'keys.tsx': lines.join('\n') })).toEqual(
    [1, 2, 4].map((line) => `own(keys-unless-composing) renderer/keys.tsx:${String(line)}`),
  );
});

test('a class has a private member, or extends another', () => {
  const lines = [
    'export class Open { x = 1; }',
    'export class Closed { #x = 1; get() { return this.#x; } }',
    'export class Hidden { private x = 1; }',
    'export class Wrong extends Error {}',
  ];
  expect(lint({ 'classes.ts': lines.join('\n') })).toEqual(['own(class-with-private-member) classes.ts:1']);
});

test('no module makes a formatter when it is imported', () => {
  const lines = [
    "const format = new Intl.NumberFormat('en').format;",
    'export const a = [format, { cut: new Intl.Segmenter() }];',
    "export const b = () => new Intl.NumberFormat('en').format;",
    'export function c() { const cut = () => new Intl.Segmenter(); return cut; }',
    'export const d = { cut() { return new Intl.Segmenter(); } };',
  ];
  expect(lint({ 'formatters.ts': lines.join('\n') })).toEqual(
    [1, 2].map((line) => `own(no-formatter-at-import) formatters.ts:${String(line)}`),
  );
});
