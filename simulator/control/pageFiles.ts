import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const folder = path.join(import.meta.dirname, 'page');
const start = 'control.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=UTF-8',
  '.css': 'text/css;charset=UTF-8',
  '.js': 'text/javascript;charset=UTF-8',
  '.svg': 'image/svg+xml',
};

/** The page's files by their paths. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(served)));
}

async function served(file: string): Promise<[string, PageFile]> {
  const name = path.relative(folder, file).split(path.sep).join('/');
  const type = types[path.extname(name)];
  if (type === undefined) throw new Error(`The page has a file of no known type: ${name}`);
  return [name === start ? '/' : `/${name}`, { type, bytes: await readFile(file) }];
}
