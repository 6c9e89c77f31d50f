import { readGatewayAddress } from './gatewayAddress.ts';
import { asTypedAddress } from './typed.ts';

/** Which hosts an entry of `proxyDirect`, or of a proxy variable, means. Names are in the form that URLs give them: lower case, Punycode, without the last dot. */
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
  /** `10.*`, in variables also `10.0.0.`: what begins so. */
  | { readonly kind: 'beginning'; readonly start: string }
  /** `10.0.0.0/8`, `2001:db8::/32`; in variables only. */
  | { readonly kind: 'network'; readonly address: AddressBits; readonly prefix: number }
  /** `gw*.example`: what a name is between its stars; in variables only. */
  | { readonly kind: 'pattern'; readonly parts: readonly string[] };

/** An IP address as a number of so many bits. */
interface AddressBits {
  readonly bits: bigint;
  readonly length: 32 | 128;
}

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

/** Reads an entry of a proxy variable, which may be more than the setting takes; null where it names no host. */
export function readVariableHost(text: string): DirectHost | null {
  const entry = asTypedAddress(text).toLowerCase();
  // The part of an IPv6 address that names this computer's interface says nothing of the host.
  const read = readDirectHost(entry.includes(':') ? entry.replace(/%[^\]]*/, '') : entry);
  if (read !== null) return read;
  const network = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/.exec(entry);
  if (network !== null) {
    const [address, prefix] = [addressBits(network[1] ?? ''), Number(network[2])];
    return address === null || prefix > address.length ? null : { kind: 'network', address, prefix };
  }
  if (/^\d{1,3}(\.\d{1,3}){0,2}\.$/.test(entry)) return { kind: 'beginning', start: entry };
  if (/[\s/:@?#\\]/.test(entry)) return null;
  const name = withoutLastDot(entry.replace(/^\*?\./, ''));
  if (name.includes('*')) return { kind: 'pattern', parts: entry.split('*') };
  if (name === '') return null;
  return name === entry || `${name}.` === entry ? { kind: 'host', name } : { kind: 'below', name };
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
    case 'network': {
      const address = addressBits(name);
      const rest = BigInt(entry.address.length - entry.prefix);
      return address?.length === entry.address.length && address.bits >> rest === entry.address.bits >> rest;
    }
    case 'pattern':
      return new RegExp(`^${entry.parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*')}$`).test(name);
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

/** Null where the text is no IP address. An IPv6 address stands without its brackets. */
function addressBits(text: string): AddressBits | null {
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (numbers !== undefined) {
    return numbers.some((number) => number > 255) ? null : { bits: joined(numbers, 8n), length: 32 };
  }
  if (!text.includes(':') || !URL.canParse(`http://[${text}]`)) return null;
  // As URLs write it: sixteen bits a group, the longest run of zeros left out.
  const [front = '', back] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [groups(front), groups(back ?? '')];
  return { bits: joined([...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after], 16n), length: 128 };
}

function joined(numbers: readonly number[], bits: bigint): bigint {
  return numbers.reduce((sum, number) => (sum << bits) | BigInt(number), 0n);
}

function withoutLastDot(host: string): string {
  return host.replace(/\.$/, '');
}
