import { CookieJar } from 'tough-cookie';

/** The cookies of one session at one address, for load balancers that keep a session on its node by them (protocol.md 5). */
export interface Cookies {
  /** The `Cookie` header of a request to this address; null when there is nothing to send. */
  header(url: string): string | null;
  /** Takes `Set-Cookie` headers in; one that cannot be read is left out. An answer without any changes nothing. */
  take(url: string, setCookie: readonly string[]): void;
}

/** Kept in memory only; a new one for each session and address, as a cookie is nobody else's business. */
export function createCookies(): Cookies {
  // Gateways are addressed by bare names and numbers, of which no list of public suffixes knows.
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false });
  return {
    header: (url) => {
      const header = jar.getCookieStringSync(url);
      return header === '' ? null : header;
    },
    take: (url, setCookie) => {
      for (const cookie of setCookie) jar.setCookieSync(cookie, url, { ignoreError: true });
    },
  };
}
