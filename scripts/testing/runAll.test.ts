import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runAll, type Surroundings } from './runAll.ts';
import type { Part } from './parts.ts';

let folder = '';
let printed: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-run-all-'));
  printed = [];
  // What a run needs of programs is there; it would say so itself, to all that it starts.
  vi.stubEnv('EARSHOT_TEST_PROGRAMS', 'built');
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A part of the tests that runs this script. */
function part(id: string, script: string, tells: boolean): Part {
  const file = path.join(folder, `${id}.mjs`);
  writeFileSync(file, script);
  return { id, name: id, script: file, args: [], tells };
}

function surroundings(change: Partial<Surroundings>): Surroundings {
  return {
    isBuilt: () => true,
    build: () => Promise.resolve(true),
    skipNothing: false,
    showProgress: () => ({ print: (text) => void printed.push(text), stop: () => undefined }),
    ...change,
  };
}

const passes = "process.send({ kind: 'finished' }); process.disconnect();";

test('a build is shown while it is under way', async () => {
  let line = (): string => '';
  let shown = '';
  const status = await runAll(
    { stages: [[part('unit', passes, true)]] },
    surroundings({
      isBuilt: () => false,
      build: () => {
        shown = line();
        return Promise.resolve(true);
      },
      showProgress: (text) => {
        line = text;
        return { print: () => undefined, stop: () => undefined };
      },
    }),
  );
  expect([shown, line(), status]).toEqual(['build', '', 0]);
});

test('the parts of a stage run beside each other, and the next stage when all of them are done', async () => {
  const began = (id: string): string => path.join(folder, `${id}.began`);
  const awaits = (id: string, other: string): string => `
    import { existsSync, writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(began(id))}, '');
    while (!existsSync(${JSON.stringify(began(other))})) await new Promise((resolve) => setTimeout(resolve, 10));
  `;
  const later = `
    import { existsSync } from 'node:fs';
    process.exit(existsSync(${JSON.stringify(began('web'))}) && existsSync(${JSON.stringify(began('electron'))}) ? 0 : 1);
  `;
  const together = [part('web', awaits('web', 'electron'), false), part('electron', awaits('electron', 'web'), false)];
  expect(await runAll({ stages: [together, [part('later', later, false)]] }, surroundings({}))).toBe(0);
  expect(printed.at(-1)).toBe('3 passed, 0 failed, 0 skipped');
});

test('nothing runs on what could not be built', async () => {
  const status = await runAll(
    { stages: [[part('unit', passes, true)]] },
    surroundings({
      isBuilt: () => false,
      build: (print) => {
        print('a bundle is broken');
        return Promise.resolve(false);
      },
    }),
  );
  expect(status).toBe(1);
  expect(printed.join('\n')).toContain('a bundle is broken');
  expect(printed.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
});
