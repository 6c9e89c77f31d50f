import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may reach the web host: one user on this machine, who holds the link that was printed.
 *
 * Until it is used the link can be read in the browser's arguments by who can list this machine's processes. What protects it is
 * that it is good once: whoever comes second is refused in words, so that a link that was stolen does not go unnoticed. A file
 * that redirects would hide it, but browsers in a sandbox of their own (snap, flatpak) cannot read one outside it, and a page
 * from a file counts as another site, whose requests are refused here on purpose.
 */
export interface Access {
  /** The link's token, good for one use. */
  readonly startToken: string;
  /** Names the port: browsers send a cookie to every server of this machine, and two Earshots must not overwrite each other's. */
  readonly cookieName: string;
  /** Takes the token; the session cookie's value when it is the first use of the right one, else null. */
  redeem(token: string): string | null;
  /** Whether a request comes by the right name (no DNS rebinding) with the cookie. */
  admits(headers: IncomingHttpHeaders): boolean;
  /** Whether a request names this server as its host, whatever its cookie. */
  rightHost(headers: IncomingHttpHeaders): boolean;
  /** Whether a browser says that another page asked. It says so by itself; what is no browser says nothing, and needs the cookie anyway. */
  fromElsewhere(headers: IncomingHttpHeaders): boolean;
  /** Whether a WebSocket may be opened: admitted, and asked for by this server's own page. */
  admitsSocket(headers: IncomingHttpHeaders): boolean;
}

/** `token` makes a fresh secret of 256 bits, as text fit for a URL and a cookie. */
export function createAccess(port: () => number, token: () => string): Access {
  const startToken = token();
  const cookie = token();
  let redeemed = false;

  const cookieName = (): string => `earshot-${String(port())}`;
  const hosts = (): readonly string[] => [`127.0.0.1:${String(port())}`, `localhost:${String(port())}`];
  const rightHost = (headers: IncomingHttpHeaders): boolean => hosts().includes(headers.host ?? '');
  const admits = (headers: IncomingHttpHeaders): boolean => rightHost(headers) && same(cookieOf(headers, cookieName()), cookie);

  return {
    startToken,
    get cookieName() {
      return cookieName();
    },
    redeem: (given) => {
      if (redeemed || !same(given, startToken)) return null;
      redeemed = true;
      return cookie;
    },
    rightHost,
    admits,
    fromElsewhere,
    admitsSocket: (headers) => admits(headers) && !fromElsewhere(headers) && headers.origin === ownOrigin(headers),
  };
}

/**
 * A cookie alone cannot tell: browsers send it to and for every server of one machine, whatever the port.
 * `none` is the address bar, a bookmark, another program.
 */
function fromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  const otherSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  return otherSite || (headers.origin !== undefined && headers.origin !== ownOrigin(headers));
}

function ownOrigin(headers: IncomingHttpHeaders): string {
  return `http://${headers.host ?? ''}`;
}

function cookieOf(headers: IncomingHttpHeaders, cookieName: string): string {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName) return value ?? '';
  }
  return '';
}

/** Compared by digest, in constant time. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
