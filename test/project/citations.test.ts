import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const folders = ['.ci', '.github', 'assets', 'contract', 'docs', 'main', 'preload', 'renderer', 'scripts', 'simulator', 'test'];
const self = path.relative(root, import.meta.filename);
const textFile = /\.(?:ts|tsx|mjs|cjs|js|css|html|json|ya?ml|md|svg)$/;

const inFolders = folders
  .filter((folder) => existsSync(path.join(root, folder)))
  .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)));
const files = [...readdirSync(root), ...inFolders]
  .filter((file) => textFile.test(file) && file !== self && file !== 'package-lock.json')
  .map((file) => file.replaceAll(path.sep, '/'));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What builds write beside Earshot's own documents: the licences of bundled libraries. */
const built = new Set(['license.md', 'main.md', 'page.md']);
const documents = new Map(files.filter((file) => file.endsWith('.md')).map((file) => [path.basename(file), read(file)] as const));

interface Citation {
  readonly document: string;
  /** What follows the document's name on the same line. */
  readonly rest: string;
}

/** Every document that a text names. */
function citationsIn(text: string): Citation[] {
  return [...text.matchAll(/([\w-]+\.md)\b(.*)/g)].flatMap(([, document = '', rest = '']) => [{ document, rest }, ...citationsIn(rest)]);
}

const headingsOf = (document: string): string[] => [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

const protocol = documents.get('protocol.md') ?? '';
/** The sections' numbers, and the numbers of what is listed in them: `3.1`, `3.1 step 4`, `9 point 6`. */
const places = new Set(
  protocol.split(/^#+ (?=\d)/m).flatMap((section) => {
    const number = /^[\d.]+/.exec(section)?.[0];
    if (number === undefined) return [];
    const items = [...section.matchAll(/^(\d+)\. /gm)].map(([, item = '']) => item);
    return [number, ...items.flatMap((item) => [`${number} step ${item}`, `${number} point ${item}`])];
  }),
);

/** The places of the protocol that are cited after its name: `2.1`, `2.1, 3.1 step 8`, `3 (intercept) and 3.1`. */
function placesIn(rest: string): string[] {
  const place = String.raw`\d+(?:\.\d+)*(?: (?:step|point) \d+)?`;
  const run = new RegExp(String.raw`^ (${place}(?:(?: \([^)]*\))?(?:, | and )${place}(?![\w-]))*)`).exec(rest)?.[1] ?? '';
  return [...run.replaceAll(/\([^)]*\)/g, '').matchAll(new RegExp(place, 'g'))].map(([found]) => found);
}

/** Citations of a file that lead nowhere. */
function leadingNowhere(text: string): string[] {
  const wrong = citationsIn(text).flatMap(({ document, rest }) => {
    if (built.has(document)) return [];
    const target = documents.get(document);
    if (target === undefined) return [`${document}: no such document`];
    const heading = /^, "([^"]+)"/.exec(rest)?.[1];
    const headings = heading === undefined || headingsOf(target).includes(heading) ? [] : [`${document}: no heading "${heading}"`];
    const sections = document === 'protocol.md' ? placesIn(rest).filter((place) => !places.has(place)) : [];
    return [...headings, ...sections.map((place) => `protocol.md: no ${place}`)];
  });
  const pages = [...text.matchAll(/\bcec_0[57]_(\d+)\b/g)].filter(
    ([page, number]) => !new RegExp(`\\b(?:${page}|${number})\\b`).test(protocol),
  );
  return [...wrong, ...pages.map(([page]) => `protocol.md does not know page ${page}`)];
}

test('every document that a file names is there, with the heading and the section that it names', () => {
  const wrong = files.map((file) => [file, leadingNowhere(read(file))] as const).filter(([, citations]) => citations.length > 0);
  expect(wrong).toEqual([]);
});

test('every conformance row stands under a section of the protocol', () => {
  const rows = files.filter((file) => file.startsWith('test/conformance/rows/'));
  const sections = rows.flatMap((file) =>
    [...read(file).matchAll(/\b\w*[rR]ow\(\s*'([\d.]+)',\s*'[DCI]'/g)].map(([, section = '']) => section),
  );
  expect(sections.length).toBeGreaterThan(100);
  expect(sections.filter((section) => !places.has(section))).toEqual([]);
});

describe('a citation that leads nowhere is found', () => {
  test.each([
    ['(protocol.md 2.1)', []],
    ['protocol.md 3 (intercept) and 3.1 step 8: a colleague takes over', []],
    ['protocol.md 7 keeps it at 2 to 3 s', []],
    ['(architecture.md, "The map")', []],
    ['(cec_07_2402)', []],
    ['(protocol.md 2.9)', ['protocol.md: no 2.9']],
    ['(protocol.md 2.1, 3.1 step 99; more)', ['protocol.md: no 3.1 step 99']],
    ['(architecture.md, "The moon")', ['architecture.md: no heading "The moon"']],
    ['(reference.md 3)', ['reference.md: no such document']],
    ['(cec_07_9999)', ['protocol.md does not know page cec_07_9999']],
  ])('%s', (text, wrong) => {
    expect(leadingNowhere(text)).toEqual(wrong);
  });
});
