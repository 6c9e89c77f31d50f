import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type Browser = { readonly kind: 'found'; readonly file: string } | { readonly kind: 'missing'; readonly why: string };

/** The Chromium to test in: Playwright's own where it was downloaded, else the machine's. */
export function findChromium(env: Record<string, string | undefined>): Browser {
  const candidates = [env['EARSHOT_CHROMIUM'], chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const file = candidates.find((candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate));
  return file === undefined
    ? { kind: 'missing', why: 'there is no Chromium: install the chromium package, or name one in EARSHOT_CHROMIUM' }
    : { kind: 'found', file };
}

/**
 * For pages that nobody sees: Chromium without its windows, which costs two thirds of the time, where there is one; else the whole.
 * What is asked of the browser itself (what it reaches for, keeps or shows on a desktop) is asked of the whole one.
 */
export function findHeadlessChromium(env: Record<string, string | undefined>): Browser {
  const file = '/usr/lib/chromium/chromium-headless-shell';
  return (env['EARSHOT_CHROMIUM'] ?? '') === '' && existsSync(file) ? { kind: 'found', file } : findChromium(env);
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
