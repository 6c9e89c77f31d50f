import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgets, installerKind, verdict } from './budgets.ts';
import { builtSizes, installerLine, readable, withinBudgets } from './sizes.ts';

describe('a budget', () => {
  const budget = { name: 'any', what: 'any', bytes: 1_000 };

  it('is kept, passed, or passed by more than 10 %', () => {
    expect([1_000, 1_001, 1_100, 1_101].map((bytes) => verdict(bytes, budget))).toEqual(['within', 'over', 'over', 'fails']);
  });

  it('is never kept better by weighing more', () => {
    const ranks = ['within', 'over', 'fails'];
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(3_000), (one, more) => {
        expect(ranks.indexOf(verdict(one + more, budget))).toBeGreaterThanOrEqual(ranks.indexOf(verdict(one, budget)));
      }),
    );
  });
});

describe('a build', () => {
  let dist = '';
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'earshot-dist-'));
    for (const folder of ['main', 'preload', 'renderer/assets']) mkdirSync(join(dist, folder), { recursive: true });
    writeFileSync(join(dist, 'main', 'electron.js'), 'x');
    writeFileSync(join(dist, 'renderer', 'index.html'), '<script src="./assets/index.js"></script>');
  });
  afterEach(() => {
    rmSync(dist, { recursive: true, force: true });
  });

  function weighed(): { good: boolean; said: readonly string[] } {
    const said: string[] = [];
    return { good: withinBudgets(builtSizes(dist), (line) => said.push(line)), said };
  }

  it('within its budgets says nothing', () => {
    expect(weighed()).toEqual({ good: true, said: [] });
  });

  it('fails and names what is more than 10 % over its budget', () => {
    writeFileSync(join(dist, 'main', 'electron.js'), Buffer.alloc(Math.ceil(budgets.mainBundle.bytes * 1.1) + 1));
    const { good, said } = weighed();
    expect(good).toBe(false);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^main bundle .*more than 10 % over its budget$/u);
  });

  it('only warns of what is a little over', () => {
    writeFileSync(join(dist, 'main', 'electron.js'), Buffer.alloc(budgets.mainBundle.bytes + 1));
    const { good, said } = weighed();
    expect(good).toBe(true);
    expect(said[0]).toContain('over its budget');
  });

  it('weighs the renderer as it would travel, compressed, and without its sounds and pictures', () => {
    writeFileSync(join(dist, 'renderer', 'assets', 'index.js'), 'a'.repeat(1_000_000));
    writeFileSync(join(dist, 'renderer', 'assets', 'ring.wav'), Buffer.alloc(1_000_000));
    expect(builtSizes(dist).find(({ part }) => part === 'renderer')?.bytes).toBeLessThan(5_000);
  });

  it('weighs what the window loads first apart from what comes when it is asked for', () => {
    writeFileSync(join(dist, 'renderer', 'assets', 'index.js'), 'a');
    writeFileSync(join(dist, 'renderer', 'assets', 'Overview.js'), randomBytes(10_000));
    const bytes = new Map(builtSizes(dist).map((size) => [size.part, size.bytes]));
    expect(bytes.get('renderer')).toBeLessThan(1_000);
    expect(bytes.get('rendererLater')).toBeGreaterThan(9_000);
  });
});

it('sizes are written as people read them', () => {
  expect([512, 12 * 1024, 1_400 * 1024].map(readable)).toEqual(['1 KiB', '12 KiB', '1.37 MiB']);
});

it('an installer is said beside its budget, and is too large from more than 10 % over it', () => {
  const mib = 1024 * 1024;
  const said = [99, 105, 111].map((size) => installerLine('deb', size * mib, 100 * mib));
  expect(said.map(({ good }) => good)).toEqual([true, true, false]);
  expect(said.map(({ line }) => line.replace(/ +/gu, ' '))).toEqual([
    'deb 99.00 MiB of 100.00 MiB',
    'deb 105.00 MiB of 100.00 MiB over its budget',
    'deb 111.00 MiB of 100.00 MiB more than 10 % over its budget',
  ]);
});

it('an installer’s kind is told by the end of its name', () => {
  expect(['a.exe', 'a.AppImage', 'a.zip', 'a.exe.blockmap'].map(installerKind)).toEqual(['exe', 'AppImage', 'zip', null]);
});
