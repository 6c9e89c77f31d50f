import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type Browser = { readonly kind: 'found'; readonly file: string } | { readonly kind: 'missing'; readonly why: string };

const whole: readonly string[] = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const headless = '/usr/lib/chromium/chromium-headless-shell';

function firstOf(env: Record<string, string | undefined>, ownOfMachine: () => readonly string[]): Browser {
  const named = env['EARSHOT_CHROMIUM'] ?? '';
  const file = (named === '' ? ownOfMachine() : [named]).find((candidate) => existsSync(candidate));
  if (file !== undefined) return { kind: 'found', file };
  const why = named === '' ? 'there is no Chromium' : `there is no ${named}, which EARSHOT_CHROMIUM names`;
  return { kind: 'missing', why: `${why}: install the chromium package, or name a Chromium in EARSHOT_CHROMIUM` };
}

/** The Chromium to test in: the one that EARSHOT_CHROMIUM names and no other, else Playwright's own where it was downloaded, else the machine's. */
export function findChromium(env: Record<string, string | undefined>): Browser {
  return firstOf(env, () => [chromium.executablePath(), ...whole]);
}

/**
 * For pages that nobody sees: Chromium without its windows, which costs two thirds of the time, where there is one; else the whole.
 * What is asked of the browser itself (what it reaches for, keeps or shows on a desktop) is asked of the whole one.
 */
export function findHeadlessChromium(env: Record<string, string | undefined>): Browser {
  return firstOf(env, () => [headless, chromium.executablePath(), ...whole]);
}

/**
 * A test's page lives for seconds: code made faster for it is never paid back, and costs a fifth of the test. Not for figures.
 * Apart by a space: Electron's main process (33.4) takes no comma, and then none of the flags.
 */
export const withoutOptimizing = '--js-flags=--no-opt --no-maglev';

/** A browser that reaches for nothing but the page under test. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
