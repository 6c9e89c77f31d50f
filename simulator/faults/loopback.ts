import { isIPv4 } from 'node:net';

/** A place on this machine. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const highestPort = 65_535;

/** The address itself when it is loopback's; throws otherwise, as a proxy with faults is nobody else's business. */
export function loopback({ host, port }: Address): Address {
  // Not looked up: whatever else the machine thinks that `localhost` is, it is not meant here.
  const literal = host === 'localhost' ? '127.0.0.1' : host;
  const isLoopback = literal === '::1' || (isIPv4(literal) && literal.startsWith('127.'));
  if (!isLoopback) throw new RangeError(`A fault proxy serves this machine only, and ${host} is not on it`);
  if (!Number.isInteger(port) || port < 0 || port > highestPort) throw new RangeError(`${String(port)} is no port`);
  return { host: literal, port };
}
