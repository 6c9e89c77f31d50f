import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';

/** Whose page is measured. */
export type Grid = 'Earshot' | 'ag-grid';

/** A page with a roster before it, and the hand that changes the roster. */
export interface Stage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Milliseconds from the sending of the first roster until its rows were painted. */
  readonly first: number;
  /** Changes 1 % of the agents. */
  change(): Promise<void>;
  /** Takes the page out of view. */
  hide(): Promise<void>;
  close(): Promise<void>;
}

/** What a page is looked at in. */
export interface StageHost {
  readonly name: string;
  /** Opens a grid's page over so many agents. */
  open(grid: Grid, folder: string, agents: number): Promise<Stage>;
  stop(): Promise<void>;
}

/** The selector of a row element. */
export const rowOf: Readonly<Record<Grid, string>> = { Earshot: '[data-work-no]', 'ag-grid': '.ag-row' };

export const root = path.join(import.meta.dirname, '..', '..', '..');

/** Tells, in the page, when the first row was painted. */
export const watchFirstRow = (row: string): string => `
  new MutationObserver((_, observer) => {
    if (document.querySelector(${JSON.stringify(row)}) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstRowAt = Date.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

/** A page that shows nothing ends the bench instead of keeping it forever: nobody may be sitting by. */
const FIRST_ROW_LIMIT_MS = 120_000;

/** When the first row was painted, as soon as it was; milliseconds since 1970. */
export async function firstRowAt(page: Page): Promise<number> {
  const at = await page.evaluate<number | null>(`new Promise((resolve) => {
    const began = performance.now();
    const look = () => {
      if (window.firstRowAt !== undefined) resolve(window.firstRowAt);
      else if (performance.now() - began > ${String(FIRST_ROW_LIMIT_MS)}) resolve(null);
      else setTimeout(look, 20);
    };
    look();
  })`);
  if (at === null) throw new Error('The page showed no row');
  return at;
}

/** The page's DevTools, reckoning in its own thread's CPU time: what other programs of a busy machine take is not the page's. */
export async function openDevtools(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** Builds what is to be measured, once for a figure; Earshot's page as it is shipped. */
export async function buildPages(): Promise<{ readonly folder: Readonly<Record<Grid, string>>; remove(): void }> {
  const agGrid = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
  await build({ configFile: path.join(root, 'renderer', 'vite.config.ts'), logLevel: 'error' });
  await build({ configFile: path.join(import.meta.dirname, 'agGrid', 'vite.config.ts'), logLevel: 'error', build: { outDir: agGrid } });
  return {
    folder: { Earshot: path.join(root, 'dist', 'renderer'), 'ag-grid': agGrid },
    remove: () => {
      rmSync(agGrid, { recursive: true, force: true });
    },
  };
}
