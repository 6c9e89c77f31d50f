import { readGatewayAddress } from './gatewayAddress.ts';
import { asTypedAddress } from './typed.ts';

/** Which hosts an entry of `proxyDirect` means. Names are in the form that URLs give them: lower case, Punycode, without the last dot. */
export type DirectHost =
  /** `<-loopback>`, Chromium's word: this computer's own addresses are not direct. */
  | { readonly kind: 'loopbackToo' }
  /** `<local>`, Windows' word: names without a dot. */
  | { readonly kind: 'plainNames' }
  /** `*` */
  | { readonly kind: 'all' }
  | { readonly kind: 'host'; readonly name: string }
  /** `.example` or `*.example`: `example` and all below it. */
  | { readonly kind: 'below'; readonly name: string }
  /** `10.*`: what begins so. */
  | { readonly kind: 'beginning'; readonly start: string };

/** Reads an entry of `proxyDirect`; null where it names no host: with a port, a path or a network's mask, or several in one. */
export function readDirectHost(text: string): DirectHost | null {
  const entry = asTypedAddress(text).toLowerCase();
  if (entry === '<-loopback>') return { kind: 'loopbackToo' };
  if (entry === '<local>') return { kind: 'plainNames' };
  if (entry === '*') return { kind: 'all' };
  if (/^(\d{1,3}\.){1,3}\*$/.test(entry)) return { kind: 'beginning', start: entry.slice(0, -1) };
  const below = /^\*?\./.test(entry);
  const name = hostName(entry.replace(/^\*?\./, ''));
  if (name === null) return null;
  return below ? { kind: 'below', name } : { kind: 'host', name };
}

/** Whether an entry means this host, given as URLs write it, without brackets. */
export function meansHost(entry: DirectHost, host: string): boolean {
  const name = withoutLastDot(host);
  switch (entry.kind) {
    case 'loopbackToo':
      return false;
    case 'plainNames':
      return !/[.:]/.test(name);
    case 'all':
      return true;
    case 'host':
      return name === entry.name;
    case 'below':
      return name === entry.name || name.endsWith(`.${entry.name}`);
    case 'beginning':
      return /^\d+\.\d+\.\d+\.\d+$/.test(name) && name.startsWith(entry.start);
  }
}

function hostName(text: string): string | null {
  // Without a port, an IPv6 address is plain without its brackets.
  const host = /^[0-9a-f:]*:[0-9a-f:.]*:[0-9a-f:.]*$/.test(text) ? `[${text}]` : text;
  if (!/^(\[[^\]]*\]|[^\s/:@?#\\]+)$/.test(host)) return null;
  const read = readGatewayAddress(host);
  return read.kind === 'address' ? withoutLastDot(read.address.host) : null;
}

function withoutLastDot(host: string): string {
  return host.replace(/\.$/, '');
}
