import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

/** Puts a reply on the wire; a client that has gone gets nothing. */
export function writeReply(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  switch (reply.kind) {
    case 'closeSocket':
      response.socket?.destroy();
      return;
    case 'rawBytes':
      response.socket?.end(reply.bytes);
      return;
    case 'http':
      writeHttp(response, reply);
      return;
  }
}

function writeHttp(response: ServerResponse, reply: Extract<Reply, { kind: 'http' }>): void {
  const body = Buffer.from(reply.body, 'utf8');
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': body.length });
  if (reply.cutAfter === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, reply.cutAfter), () => {
    response.socket?.destroy();
  });
}
