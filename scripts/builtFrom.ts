import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './project.ts';

/** Something that is built: its name, its folders in dist/, and what from, as globs from the project's folder. */
export interface Built {
  readonly name: string;
  readonly folders: readonly string[];
  readonly sources: readonly string[];
}

/** What every build reads. */
const always = ['package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE'];

/** A sum over everything that the build reads, which tests are not: it changes when any of it does. */
function sumOf({ sources }: Built): string {
  const hash = createHash('sha256');
  const files = globSync([...sources, ...always], { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
  for (const file of files) {
    const whole = path.join(root, file);
    if (!statSync(whole).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(whole)).update('\0');
  }
  return hash.digest('hex');
}

function markOf({ name }: Built): string {
  return inProject('dist', '.built-from', name);
}

/** Whether what lies in the folder was built from the sources as they are now. */
export function isBuilt(built: Built): boolean {
  const mark = markOf(built);
  const isThere = built.folders.every((folder) => existsSync(inProject('dist', folder)));
  return isThere && existsSync(mark) && readFileSync(mark, 'utf8') === sumOf(built);
}

/** Builds, and remembers from what: until it is done, nothing counts as built. Answers what the build answers. */
export async function rememberBuild(built: Built, build: () => Promise<boolean>): Promise<boolean> {
  const mark = markOf(built);
  rmSync(mark, { force: true });
  const sum = sumOf(built);
  const done = await build();
  mkdirSync(path.dirname(mark), { recursive: true });
  if (done) writeFileSync(mark, sum);
  return done;
}
