import { asTypedAddress } from './typed.ts';

/** Where a CC-Gateway is. `origin` has no trailing slash; `authority` (host:port) is the key for everything kept about it. */
export interface GatewayAddress {
  readonly host: string;
  readonly port: number;
  readonly authority: string;
  readonly origin: string;
}

export type GatewayAddressRead =
  | { readonly kind: 'address'; readonly address: GatewayAddress }
  /** It names no HTTPS address, or holds a user name or password. */
  | { readonly kind: 'notAnAddress' }
  /** A number that some programs read as another IP address than people do: `010.0.0.5`, `10.5`, `fd00::5` without brackets. */
  | { readonly kind: 'oddNumber' };

/** The HTTPS port of a CC-Gateway unless the administrator says otherwise (protocol.md 0). */
const defaultPort = 8043;

const notAnAddress: GatewayAddressRead = { kind: 'notAnAddress' };

/**
 * Reads what may be typed, pasted or set: `10.1.2.3`, `gw.example:8043`, `https://gw.example:8043/agentgateway/…`, as an input
 * method or a letter left it. What fits here can be connected to, and never leads to another host than the one that stands there.
 */
export function readGatewayAddress(text: string): GatewayAddressRead {
  const typed = asTypedAddress(text);
  if (typed === '' || /\s/.test(typed)) return notAnAddress;
  // Slashes go missing where addresses are copied by hand.
  const bare = typed.replace(/^https:[/\\]*/i, '');
  if (/^[a-z][a-z0-9+.-]*:[/\\]/i.test(bare)) return notAnAddress;
  const host = /^(?:\[[^\]]*\]|[^/:?#\\]*)/.exec(bare)?.[0].toLowerCase() ?? '';
  // What is left of a scheme whose colon or slashes were lost.
  if (/^https?$/.test(host)) return notAnAddress;
  const url = URL.canParse(`https://${bare}`) ? new URL(`https://${bare}`) : null;
  if (url === null) return isOddNumber(bare, host) ? { kind: 'oddNumber' } : notAnAddress;
  if (url.username !== '' || url.password !== '' || !isHost(url.hostname)) return notAnAddress;
  // URLs take leading zeros for octal numbers and fill up what is missing (https://url.spec.whatwg.org/#concept-ipv4-parser).
  if (isIPv4(url.hostname) && host.replace(/\.$/, '') !== url.hostname) return { kind: 'oddNumber' };
  // A URL drops ":443" as its scheme's default, so that only the text can tell it from a missing port.
  const namesPort443 = /^:0*443(?=$|[/?#\\])/.test(bare.slice(host.length));
  const port = url.port !== '' ? Number(url.port) : namesPort443 ? 443 : defaultPort;
  if (port === 0) return notAnAddress;
  const authority = `${url.hostname}:${String(port)}`;
  return { kind: 'address', address: { host: url.hostname.replace(/^\[|\]$/g, ''), port, authority, origin: `https://${authority}` } };
}

/** Null where it is none; `readGatewayAddress` says why. */
export function parseGatewayAddress(text: string): GatewayAddress | null {
  const read = readGatewayAddress(text);
  return read.kind === 'address' ? read.address : null;
}

/** URLs take more for a host than any network knows: `a;b`, `a,b`. */
function isHost(name: string): boolean {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?)$/.test(name);
}

function isIPv4(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

/** Of what is no URL: an IP address out of range or with a digit that is not octal, or one of version 6 without brackets. */
function isOddNumber(bare: string, host: string): boolean {
  const isNoNumber = !URL.canParse(`https://${host}`);
  return (/^[\d.]*\.\d+\.?$/.test(host) && isNoNumber) || /^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/i.test(bare);
}
