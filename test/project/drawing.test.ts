import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..', '..');
const architecture = readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8');
const drawings = [...architecture.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, drawing = '']) => drawing);
const [modules = ''] = drawings;

/** Each box of the drawing of the modules, and the folders and files that it stands for. */
const boxes = new Map(
  [...modules.matchAll(/^\s*(\w+)\["([^"]+)"\]/gm)].map(([, box = '', label = '']) => [
    box,
    label.split('<br>').filter((line) => /^[\w./-]+$/.test(line) && line.includes('/')),
  ]),
);
/** What everyone may know: arrows to it are left out of the drawing. */
const ground = new Set(/^\s*class ([\w,]+) ground$/m.exec(modules)?.[1]?.split(',') ?? []);
const arrows = [...modules.matchAll(/^\s*(\w+) --> ([\w &]+)$/gm)].flatMap(([, from = '', to = '']) =>
  to.split(' & ').map((each) => [from, each] as const),
);

const source = ['contract', 'main', 'preload', 'renderer', 'simulator'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|vite\.config\.ts$/.test(file))
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/')),
);

/** The box with the longest path that a file begins with. */
function boxOf(file: string): string | undefined {
  const parts = [...boxes].flatMap(([box, paths]) =>
    paths.filter((each) => file.startsWith(each)).map((each) => ({ box, length: each.length })),
  );
  return parts.toSorted((a, b) => b.length - a.length)[0]?.box;
}

/** Every import of one file by another. */
const fileImports = source.flatMap((file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.{1,2}\/[^'?]+)/g)].map(
    ([, target = '']) => [file, path.posix.join(path.posix.dirname(file), target)] as const,
  );
});

/** `from to`: every import between two boxes. */
const imports = new Set(
  fileImports.flatMap(([file, target]) => {
    const [from, to] = [boxOf(file), boxOf(target)];
    return from === undefined || to === undefined || from === to ? [] : [`${from} ${to}`];
  }),
);

function reachable(from: string, seen = new Set<string>()): Set<string> {
  for (const [start, end] of arrows) {
    if (start !== from || seen.has(end)) continue;
    seen.add(end);
    reachable(end, seen);
  }
  return seen;
}

const rules: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const ruleEnd = z.object({ path: z.string().optional(), pathNot: z.string().optional() });
const forbidden = z.object({ forbidden: z.array(z.object({ name: z.string(), from: ruleEnd, to: ruleEnd })) }).parse(rules).forbidden;
const fits = (file: string, end: z.infer<typeof ruleEnd>): boolean =>
  (end.path === undefined || new RegExp(end.path).test(file)) && (end.pathNot === undefined || !new RegExp(end.pathNot).test(file));

test('the drawing of the modules has every folder of the product', () => {
  expect(source.filter((file) => boxOf(file) === undefined)).toEqual([]);
  expect([...boxes.values()].flat().filter((each) => !existsSync(path.join(root, each)))).toEqual([]);
});

test('every arrow of it is an import', () => {
  expect(arrows.length).toBeGreaterThan(15);
  expect(arrows.filter(([from, to]) => !imports.has(`${from} ${to}`))).toEqual([]);
});

test('every import between modules follows its arrows', () => {
  const unseen = [...imports].filter((each) => {
    const [from = '', to = ''] = each.split(' ');
    return !ground.has(to) && !reachable(from).has(to);
  });
  expect(unseen).toEqual([]);
});

describe.each(['main', 'renderer'])('in %s', (top) => {
  const folders = readdirSync(path.join(root, top), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const folderOf = (file: string): string | undefined => folders.find((folder) => file.startsWith(path.join(top, folder, '/')));
  const known = new Map<string, Set<string>>(folders.map((folder) => [folder, new Set()]));
  for (const [file, target] of fileImports) {
    const [from, to] = [folderOf(file), folderOf(target)];
    if (from !== undefined && to !== undefined && from !== to) known.get(from)?.add(to);
  }

  test('no folders import each other, be it over others', () => {
    const all = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of known.get(from) ?? []) if (!seen.has(to)) all(to, seen.add(to));
      return seen;
    };
    expect(folders.filter((folder) => all(folder).has(folder))).toEqual([]);
  });

  test('every folder stands on a floor of the dependency check', () => {
    const hosts = ['electron', 'web'];
    const rules = forbidden.filter(({ name }) => name.startsWith(`nobody-looks-up-from-${top}`));
    expect(folders.filter((folder) => !hosts.includes(folder) && !rules.some(({ from }) => fits(`${top}/${folder}/x.ts`, from)))).toEqual(
      [],
    );
  });
});

test('no arrow of it is forbidden by a rule of the dependency check', () => {
  const broken = arrows.flatMap(([from, to]) => {
    const [[source = ''] = [], [target = ''] = []] = [boxes.get(from), boxes.get(to)];
    return forbidden
      .filter((rule) => rule.from.path !== undefined && rule.to.path !== undefined && fits(source, rule.from) && fits(target, rule.to))
      .map(({ name }) => `${from} --> ${to}: ${name}`);
  });
  expect(broken).toEqual([]);
});

test('there is a drawing of each flow, and every file that it names is there', () => {
  const flows = drawings.slice(1);
  expect(flows.length).toBe(3);
  const files = flows.flatMap((flow) => [...flow.matchAll(/participant \w+ as ([\w./-]+)/g)].map(([, file = '']) => file));
  expect(files.filter((file) => file.includes('/') && !existsSync(path.join(root, file)))).toEqual([]);
});
