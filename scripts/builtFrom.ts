import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './project.ts';

const sources = ['contract/**', 'main/**', 'preload/**', 'renderer/**', 'assets/**', 'scripts/packaging/**'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE'];
const mark = inProject('dist', '.built-from');

/** A sum over everything that the build reads: it changes when any of it does. */
function sumOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync([...sources, ...settings], { cwd: root }).sort();
  for (const file of files) {
    const whole = path.join(root, file);
    if (!statSync(whole).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(whole)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether what lies in dist/ was built from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(mark) && readFileSync(mark, 'utf8') === sumOfSources();
}

/** Builds, and remembers from what: until it is done, nothing counts as built. Answers what the build answers. */
export async function rememberBuild(build: () => Promise<boolean>): Promise<boolean> {
  rmSync(mark, { force: true });
  const sum = sumOfSources();
  const done = await build();
  if (done) writeFileSync(mark, sum);
  return done;
}
