import type { ServerOptions } from 'node:http';

/** How much patience a server has with those who connect to it. */
export type ServerLimits = Readonly<
  Required<Pick<ServerOptions, 'maxHeaderSize' | 'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval' | 'keepAliveTimeout'>>
> & { readonly handshakeTimeout: number };

/** Ample for every client of a gateway; little for one that only wants to stay. Milliseconds and bytes. */
export const serverLimits: ServerLimits = {
  maxHeaderSize: 16 * 1_024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  handshakeTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 20_000,
};
