import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

/** Serves the renderer's files to an admitted request. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** The built renderer in `folder`, and nothing outside it. */
export function builtPages(folder: string): Pages {
  const root = path.resolve(folder) + path.sep;
  return (request, response) => {
    void serve(root, request, response);
  };
}

async function serve(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = fileOf(root, request.url ?? '/');
  const type = file === null ? undefined : types[path.extname(file)];
  if (file === null || type === undefined || request.method !== 'GET') {
    refuse(response, 404);
    return;
  }
  try {
    const bytes = await readFile(file);
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  } catch {
    refuse(response, 404);
  }
}

function fileOf(root: string, url: string): string | null {
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return null;
  }
  if (pathname.includes('\0')) return null;
  const file = path.resolve(root, `.${pathname === '/' ? '/index.html' : pathname}`);
  return file.startsWith(root) ? file : null;
}

/** Ends a request with a status and a line of words. */
export function refuse(response: ServerResponse, status: number, words = 'Not here.'): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}
