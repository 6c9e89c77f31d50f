import type { IncomingMessage } from 'node:http';

/** Far above any documented request. */
export const mostBodyBytes = 64 * 1_024;

export type ReceivedBody =
  | { readonly kind: 'body'; readonly text: string; readonly length: number }
  | { readonly kind: 'tooLarge' }
  /** The client went away in the middle of it. */
  | { readonly kind: 'incomplete' };

/** Receives a request's body, but never more of it than a gateway's request can have. */
export function receiveBody(request: IncomingMessage): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= mostBodyBytes) chunks.push(chunk);
      else resolve({ kind: 'tooLarge' });
    });
    request.on('end', () => {
      resolve({ kind: 'body', text: Buffer.concat(chunks).toString('utf8'), length });
    });
    request.on('close', () => {
      resolve({ kind: 'incomplete' });
    });
    request.on('error', () => {
      resolve({ kind: 'incomplete' });
    });
  });
}
