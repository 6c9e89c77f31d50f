/** Where a CC-Gateway is. `origin` has no trailing slash; `authority` (host:port) is the key for everything kept about it. */
export interface GatewayAddress {
  readonly host: string;
  readonly port: number;
  readonly authority: string;
  readonly origin: string;
}

/** The HTTPS port of a CC-Gateway unless the administrator says otherwise (ccgateway.md 0). */
const defaultPort = 8043;

/**
 * Reads what an inspector may type or paste: `10.1.2.3`, `gw.example:8043`, `https://gw.example:8043/agentgateway/…`.
 * Null when it names no HTTPS address; a user name or password in it is refused too.
 */
export function parseGatewayAddress(text: string): GatewayAddress | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (url?.protocol !== 'https:' || url.hostname === '' || url.username !== '' || url.password !== '') return null;
  // A URL drops ":443" as its scheme's default, so that only the text can tell it from a missing port.
  const namesPort443 = /^https:\/\/(\[[^\]]*\]|[^/:?#]*):443(?=$|[/?#])/i.test(withScheme);
  const port = url.port !== '' ? Number(url.port) : namesPort443 ? 443 : defaultPort;
  const authority = `${url.hostname}:${String(port)}`;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, authority, origin: `https://${authority}` };
}
