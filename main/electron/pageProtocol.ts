import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { pageScheme } from './identity.ts';
import { pageFile } from './pageFiles.ts';
import { pageHeaders } from './pageHeaders.ts';

/**
 * Makes Earshot’s scheme a standard, secure one that sounds can be played from, and whose scripts are compiled once
 * (userData keeps the code); before the app is ready, or it has no effect.
 */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, stream: true, codeCache: true } },
  ]);
}

/** Serves the renderer's folder, and nothing else, on Earshot's scheme. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, async (request) => {
    const file = request.method === 'GET' ? pageFile(folder, request.url) : null;
    if (file === null) return notFound();
    try {
      // A copy with a plain buffer of its own: what Response takes.
      return new Response(new Uint8Array(await readFile(file.path)), { headers: pageHeaders(file.type) });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: pageHeaders('text/plain; charset=utf-8') });
}
