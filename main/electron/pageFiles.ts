import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pageHost, pageScheme } from './identity.ts';

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wav', 'audio/wav'],
  ['.ogg', 'audio/ogg'],
]);

export interface PageFile {
  readonly path: string;
  readonly type: string;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * The file of the renderer's folder that `address` names, or null when it names none.
 * Checked against that folder, not the application's: main's bundle and the settings lie next to it.
 */
export function pageFile(folder: string, address: string): PageFile | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${pageScheme}:` || url.host !== pageHost) return null;
  const wanted = decoded(url.pathname === '/' ? '/index.html' : url.pathname);
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null;
  const path = resolve(folder, `.${wanted}`);
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const type = types.get(extname(path).toLowerCase());
  return type === undefined ? null : { path, type };
}
