import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problemMeanings } from '../../contract/problemMeanings.ts';
import { en } from '../../renderer/i18n/en/en.ts';
import { groups } from '../servers/rows/groups.ts';
import { tablesOf, writtenIn } from '../servers/table.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const folders = ['.github', 'assets', 'contract', 'docs', 'main', 'preload', 'renderer', 'scripts', 'simulator', 'test'];
const documents = [...readdirSync(root), ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const fileNames = new Set(
  folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }))
    .map((file) => path.basename(file)),
);

/** What a document has between backticks outside of its code blocks. */
function codeIn(text: string): string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Links of a document to what lies in the project. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that a document's headings have on the web. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(documents)('%s', (document) => {
  const text = read(document);
  const code = codeIn(text);

  test('names only files and folders that are there', () => {
    const paths = code.filter((word) => folders.some((folder) => word.startsWith(`${folder}/`)) && /^[\w@./-]+$/.test(word));
    expect(paths.filter((each) => !existsSync(path.join(root, each)))).toEqual([]);
    const names = code.filter((word) => /^[\w.-]+\.(ts|tsx|mjs|cjs)$/.test(word));
    expect(names.filter((name) => !fileNames.has(name) && !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('links only to what is there', () => {
    const broken = linksIn(text).filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document : path.join(path.dirname(document), file);
      return !existsSync(path.join(root, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('names only commands that package.json has', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test('docs/admin.md has between its markers what npm run test:servers tries, and the versions that it was tried with', () => {
  const written = writtenIn(read('docs/admin.md'));
  expect(written?.tables).toBe(tablesOf(groups));
  expect(written?.versions).toMatch(/^Tried with .*nginx \d.*HAProxy \d.*Tomcat \d.*OpenJDK \d.*Squid \d.*Node\.js \d.*Electron \d.*\.$/);
});

describe('what inspectors are told, in docs/admin.md', () => {
  const text = read('docs/admin.md');
  /** A phrase as a document shows it: what is filled in is left open. */
  const shown = (phrase: string): string => phrase.replaceAll(/\{\w+\}/g, '…');

  test('has every error code once, with the sentence that comes with it and a word for the administrator', () => {
    const rows = [...text.matchAll(/^\| `([\w-]+)` \| ([^|]+) \| [^|]+ \|$/gm)].map(([, code, sentence]) => [code, sentence]);
    expect(rows).toEqual(problemMeanings.map((meaning) => [meaning, shown(en.problems[meaning].sentence)]));
  });

  test('has every notice, but those of the inspector’s own doing', () => {
    const cells = [...text.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].map(([, cell]) => cell);
    const notices = Object.values(en.notices).filter((notice) => typeof notice === 'string');
    expect(notices.map(shown).filter((notice) => !cells.includes(notice))).toEqual([]);
  });
});
