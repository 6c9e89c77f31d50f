import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Administered } from '../settings/administered.ts';
import { runWebHost } from './run.ts';

const nothing: Administered = { machine: {}, policy: {}, faults: [] };

/** Runs the web host with `--check-settings`; it must open no browser. */
async function checked(dataFolder: string, administered: Administered): Promise<{ status: number; printed: readonly string[] }> {
  const printed: string[] = [];
  const status = await runWebHost({
    version: '0.0.0',
    args: ['--check-settings', '--data-dir', dataFolder],
    env: {},
    pages: path.join(dataFolder, 'no pages'),
    readAdministered: () => Promise.resolve(administered),
    print: (line) => printed.push(line),
    openBrowser: () => {
      throw new Error('A browser was opened');
    },
  });
  return { status, printed };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'earshot-check-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

test('the web host checks the settings, makes nothing, and ends with 0 when everything is obeyed', async () => {
  const dataFolder = path.join(folder(), 'not there yet');
  const { status, printed } = await checked(dataFolder, { ...nothing, machine: { rosterInterval: 10 } });
  expect(status).toBe(0);
  expect(printed).toContain('  rosterInterval = 10  (settings file)');
  expect(existsSync(dataFolder)).toBe(false);
});

test('it ends with 1 when a value is not obeyed, be it the inspector’s own', async () => {
  const dataFolder = folder();
  writeFileSync(path.join(dataFolder, 'earshot.json'), '{"settings":{"longTalkMinutes":0}}');
  const { status, printed } = await checked(dataFolder, nothing);
  expect(status).toBe(1);
  expect(printed.at(-1)).toContain('longTalkMinutes (own choice): The value does not fit.');
  expect((await checked(folder(), { ...nothing, policy: { pins: ['gw.example=AB'] } })).status).toBe(1);
});
