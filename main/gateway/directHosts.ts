import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { meansHost, readDirectHost } from '../../contract/directHost.ts';

/** This computer's own addresses are direct unless the list holds this, Chromium's own word for it. */
const alsoLoopback = '<-loopback>';

/** Whether a list of direct hosts names this one, or it is this computer. `host`: as in a URL, brackets or not. */
export function isDirectHost(host: string, list: readonly string[]): boolean {
  const wanted = plainHost(host);
  if (isLoopback(wanted) && !list.includes(alsoLoopback)) return true;
  return list.some((entry) => {
    const read = readDirectHost(entry);
    return read === null ? names(entry, wanted) : meansHost(read, wanted);
  });
}

/** What the setting does not take and proxy variables hold: `10.0.0.0/8`, `2001:db8::/32`, `[::1]`, `10.*`, `10.0.0.`, `gw.example`, and with all below `.example` or `*.example`. */
function names(entry: string, host: string): boolean {
  const network = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry);
  if (network !== null) return isInNetwork(host, network[1] ?? '', Number(network[2]));
  if (/^\d{1,3}(\.\d{1,3}){0,2}\.$/.test(entry)) return isIP(host) === 4 && host.startsWith(entry);
  const below = /^\*?\.(.+)$/.exec(entry)?.[1];
  if (below !== undefined && !below.includes('*')) return host === plainHost(below) || host.endsWith(`.${plainHost(below)}`);
  if (!entry.includes('*')) return host === plainHost(entry);
  const parts = entry.split('*').map((part) => part.toLowerCase().replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(host);
}

function isInNetwork(host: string, network: string, prefix: number): boolean {
  const family = isIP(network);
  if (family === 0 || isIP(host) !== family || prefix > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, prefix, kind);
  return list.check(host, kind);
}

/** As a URL writes it: small letters, in ASCII, an IPv6 address in its shortest form without brackets, no trailing dot. */
function plainHost(host: string): string {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(bare) === 6) return new URL(`http://[${bare.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const name = bare.replace(/\.$/, '');
  const ascii = domainToASCII(name);
  return ascii === '' ? name : ascii;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
