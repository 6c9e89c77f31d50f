import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import type { RosterMessage, RosterRow } from '../../../contract/roster.ts';
import { facesAt } from '../../renderer/faces/faces.ts';
import { people } from '../../renderer/faces/people.ts';
import { serveFaces, type FaceServer } from '../../renderer/faces/server.ts';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';

/** Whose page is measured. */
export type Grid = 'Earshot' | 'ag-grid';

/** A page in real Chromium with a roster before it, and the hand that changes the roster. */
export interface Stage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Milliseconds from the sending of the first roster until its rows were painted. */
  readonly first: number;
  /** Changes 1 % of the agents. */
  change(): void;
  close(): Promise<void>;
}

/** The selector of a row element. */
export const rowOf: Readonly<Record<Grid, string>> = { Earshot: '[data-work-no]', 'ag-grid': '.ag-row' };

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Tells, in the page, when the first row was painted. */
const watchFirstRow = (row: string): string => `
  new MutationObserver((_, observer) => {
    if (document.querySelector(${JSON.stringify(row)}) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstRowAt = Date.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

/** Builds what is to be measured, once for a figure; Earshot's page as it is shipped. */
export async function buildPages(): Promise<{ readonly folder: Readonly<Record<Grid, string>>; remove(): void }> {
  const agGrid = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
  await build({ configFile: path.join(root, 'renderer', 'vite.config.ts'), logLevel: 'error' });
  await build({ configFile: path.join(import.meta.dirname, 'agGrid', 'vite.config.ts'), logLevel: 'error', build: { outDir: agGrid } });
  return {
    folder: { Earshot: path.join(root, 'dist', 'renderer'), 'ag-grid': agGrid },
    remove: () => rmSync(agGrid, { recursive: true, force: true }),
  };
}

/** Opens a page over so many agents. */
export async function openStage(grid: Grid, folder: string, agents: number): Promise<Stage> {
  const found = findChromium(process.env);
  if (found.kind === 'missing') throw new Error(found.why);
  const server = await serveFaces(folder);
  const rows = people(agents, Date.now());
  play(server, null);
  const browser = await chromium.launch({ executablePath: found.file, args: [...chromiumArguments] });
  // ag-grid writes its styles into the page, which the hosts' policy forbids; without them it would mount every row.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: grid === 'ag-grid' });
  await page.addInitScript(watchFirstRow(rowOf[grid]));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(server.address);
  await page.waitForLoadState('networkidle');
  const sentAt = Date.now();
  const message: RosterMessage = { kind: 'snapshot', revision: 1, rows };
  play(server, message);
  server.sendRoster(message);
  const firstRowAt = await page.evaluate(`new Promise((resolve) => {
    const look = () => (window.firstRowAt === undefined ? setTimeout(look, 20) : resolve(window.firstRowAt));
    look();
  })`);
  const first = Number(firstRowAt) - sentAt;
  let revision = 1;
  return {
    page,
    devtools,
    first,
    change: () => {
      revision += 1;
      server.sendRoster({ kind: 'patch', revision, changed: changedRows(rows, revision), removed: [] });
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function play(server: FaceServer, snapshot: RosterMessage | null): void {
  const face = facesAt(Date.now()).find(({ name }) => name === 'roster');
  if (face === undefined) throw new Error('There is no face of the roster');
  server.play({ state: face.state, snapshot, answer: { ok: true } });
}

/** One in a hundred, others each time: the state and what hangs on it. */
function changedRows(rows: readonly RosterRow[], turn: number): RosterRow[] {
  const now = Date.now();
  return rows
    .filter((_, index) => (index + turn * 37) % 100 === 0)
    .map((row) => ({ ...row, state: turn % 2 === 0 ? ('talking' as const) : ('idle' as const), since: now, sinceIs: 'seen' as const }));
}
