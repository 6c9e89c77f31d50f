import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Clock } from '../ports/clock.ts';

/** Files that were made for the page: each may be fetched once, and not for long. */
export interface FileOffers {
  offer(name: string, text: string): SavedFile;
  /** Answers a request for one of them; false when it asks for something else. The request is admitted already. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

export interface FileOffersOptions {
  readonly clock: Clock;
  /** A fresh secret as text fit for a URL. */
  readonly token: () => string;
}

const offeredFor = 60_000;

export function createFileOffers({ clock, token }: FileOffersOptions): FileOffers {
  const offers = new Map<string, string>();
  return {
    offer: (name, text) => {
      const path = `/files/${token()}/${name.replaceAll(/[^\w.-]/g, '-')}`;
      offers.set(path, text);
      clock.after(offeredFor, () => offers.delete(path));
      return { kind: 'download', path };
    },
    serve: (request, response) => {
      const path = request.url ?? '';
      const text = request.method === 'GET' ? offers.get(path) : undefined;
      if (text === undefined) return false;
      offers.delete(path);
      const bytes = Buffer.from(text);
      response.writeHead(200, {
        'content-type': path.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}"`,
        'content-length': bytes.length,
        'cache-control': 'no-store',
      });
      response.end(bytes);
      return true;
    },
  };
}
