import { readFile } from 'node:fs/promises';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const files = [
  ['/', 'control.html', 'text/html;charset=UTF-8'],
  ['/control.css', 'control.css', 'text/css;charset=UTF-8'],
  ['/control.js', 'control.js', 'text/javascript;charset=UTF-8'],
  ['/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const;

/** The page's files by their paths. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  return new Map(
    await Promise.all(
      files.map(async ([path, name, type]): Promise<[string, PageFile]> => {
        return [path, { type, bytes: await readFile(new URL(`./page/${name}`, import.meta.url)) }];
      }),
    ),
  );
}

/** Nothing but these files runs or is loaded there, and no other page frames it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
