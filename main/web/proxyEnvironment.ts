import { isDirectHost } from '../gateway/directHosts.ts';
import { percentDecoded } from '../gateway/percentDecoded.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says of the proxy for a URL, in the words of a proxy script (`PROXY host:port` or `DIRECT`), where
 * a user name is part of the address. `HTTPS_PROXY`, then `ALL_PROXY`; `NO_PROXY` is a list of hosts, or `*`. A variable
 * that names no proxy that can be read gives `PROXY` alone: it is to be said, and not passed by.
 */
export function environmentProxy(env: Variables): (url: string) => Promise<string> {
  const read = (...names: readonly string[]): string =>
    names
      .flatMap((name) => [name, name.toLowerCase()])
      .map((name) => unquoted(env[name] ?? ''))
      .find((value) => value !== '') ?? '';
  return (url) => {
    const { hostname, port } = new URL(url);
    const list = read('NO_PROXY')
      .split(/[\s,;]+/)
      .map(unquoted)
      .filter((entry) => entry !== '');
    if (
      list.includes('*') ||
      isDirectHost(
        hostname,
        list.flatMap((entry) => hostsOf(entry, port)),
      )
    )
      return Promise.resolve('DIRECT');
    const proxy = read('HTTPS_PROXY', 'ALL_PROXY');
    return Promise.resolve(proxy === '' ? 'DIRECT' : wayOf(proxy));
  };
}

/** Windows keeps the quotes of `set NO_PROXY="…"`. */
function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}

/** What an entry names at this port. Here a bare name stands for all below it as well. */
function hostsOf(entry: string, port: string): string[] {
  const text = entry.replace(/^https?:\/\//i, '');
  // An address with more than one colon is IPv6; only brackets can part it from a port.
  const [, host = text, only] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [];
  if (only !== undefined && only !== port) return [];
  return /^[^\d[*.][^*/:]*$/.test(host) || /^\d.*[a-z]/i.test(host) ? [host, `.${host}`] : [host];
}

/** By hand, as the signs in a password need not be a URL's: it ends at the last `@`. */
function wayOf(proxy: string): string {
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(proxy) ?? [];
  const kind = { http: 'PROXY', https: 'HTTPS' }[scheme.toLowerCase()];
  if (kind === undefined) return 'SOCKS';
  const end = rest.lastIndexOf('@');
  const host = rest.slice(end + 1).replace(/[/?#].*$/s, '');
  const text = `${scheme}://${host}`;
  // `http:/proxy` would be a host of the name "http".
  if (/^https?:/i.test(host) || /\s/.test(host) || !URL.canParse(text)) return kind;
  return `${kind} ${end < 0 ? '' : `${accountOf(rest.slice(0, end))}@`}${new URL(text).host}`;
}

/** Encoded, so that nothing in it can end the address or the way. */
function accountOf(text: string): string {
  const [user = '', ...password] = text.split(':');
  return [user, password.join(':')].map((part) => encodeURIComponent(percentDecoded(part))).join(':');
}
