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
