import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets, verdict, type InstallerKind, type Part, type Verdict } from './budgets.ts';

/** What a part weighs, beside its budget. */
export interface Size {
  readonly part: Part;
  readonly bytes: number;
  readonly verdict: Verdict;
}

/**
 * The weights of what was built into `dist`: main bundle, preload scripts, and the renderer's text as it would travel (gzip): what the
 * window loads before it shows anything, and what comes when it is asked for, or belongs to the alert window.
 */
export function builtSizes(dist: string): readonly Size[] {
  const renderer = path.join(dist, 'renderer');
  const texts = filesUnder(renderer).filter((file) => /\.(?:html|js|css)$/u.test(file));
  const first = new Set(firstLoad(renderer));
  return [
    size('mainBundle', statSync(path.join(dist, 'main', 'electron.js')).size),
    size('preload', sum(filesUnder(path.join(dist, 'preload')).map((file) => statSync(file).size))),
    size('renderer', sum(texts.filter((file) => first.has(file)).map(gzipped))),
    size('rendererLater', sum(texts.filter((file) => !first.has(file)).map(gzipped))),
  ];
}

/** The window's page, and all that it names: Vite names there whatever its script imports from the start. */
function firstLoad(renderer: string): readonly string[] {
  const page = path.join(renderer, 'index.html');
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, name = '']) => path.join(renderer, name));
  return [page, ...named];
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** The weight of everything in an unpacked package. */
export function unpackedSize(folder: string): Size {
  return size('unpacked', sum(filesUnder(folder).map((file) => statSync(file).size)));
}

/** Names what is over its budget; false when something is so by more than 10 %. */
export function withinBudgets(sizes: readonly Size[], print: (line: string) => void): boolean {
  for (const each of sizes) if (each.verdict !== 'within') print(sizeLine(each));
  return sizes.every((each) => each.verdict !== 'fails');
}

/** `main bundle  1.31 MiB  of 1.37 MiB`, and what is wrong with it. */
export function sizeLine({ part, bytes, verdict: judged }: Size): string {
  const { what, bytes: budget } = budgets[part];
  return line(what, bytes, budget, judged);
}

/** The same of an installer: `deb  81.20 MiB  of 95.00 MiB`; `good` is false when it is more than 10 % over its budget. */
export function installerLine(kind: InstallerKind, bytes: number, budget: number): { readonly line: string; readonly good: boolean } {
  const judged = verdict(bytes, { bytes: budget });
  return { line: line(kind, bytes, budget, judged), good: judged !== 'fails' };
}

const words = { within: '', over: '  over its budget', fails: '  more than 10 % over its budget' } satisfies Record<Verdict, string>;

function line(what: string, bytes: number, budget: number, judged: Verdict): string {
  return `${what.padEnd(24)}${readable(bytes).padStart(10)}  of ${readable(budget)}${words[judged]}`;
}

/** `1.31 MiB`, `12 KiB` */
export function readable(bytes: number): string {
  const kib = bytes / 1024;
  return kib < 1024 ? `${kib.toFixed(0)} KiB` : `${(kib / 1024).toFixed(2)} MiB`;
}

/** Every file under a folder, links left out, in the order of their names. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function size(part: Part, bytes: number): Size {
  return { part, bytes, verdict: verdict(bytes, budgets[part]) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
