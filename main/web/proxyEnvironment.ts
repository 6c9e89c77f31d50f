import { isDirectHost } from '../gateway/proxyRoute.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says of the proxy for a URL, in the words of a proxy script (`PROXY host:port` or `DIRECT`), where
 * a user name is part of the address. `HTTPS_PROXY`, then `ALL_PROXY`; `NO_PROXY` is a list of hosts, or `*`.
 */
export function environmentProxy(env: Variables): (url: string) => Promise<string> {
  const read = (name: string): string => env[name] ?? env[name.toLowerCase()] ?? '';
  return (url) => {
    const { hostname, port } = new URL(url);
    const list = read('NO_PROXY')
      .split(/[\s,]+/)
      .filter((entry) => entry !== '');
    const hosts = list.flatMap((entry) => {
      const [, host = entry, only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      // Here a bare name stands for all below it as well.
      return only === undefined || only === port ? [host, `.${host.replace(/^\*?\./, '')}`] : [];
    });
    if (list.includes('*') || isDirectHost(hostname.toLowerCase(), hosts)) return Promise.resolve('DIRECT');
    const proxy = read('HTTPS_PROXY') === '' ? read('ALL_PROXY') : read('HTTPS_PROXY');
    return Promise.resolve(proxy === '' ? 'DIRECT' : wayOf(proxy));
  };
}

function wayOf(proxy: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return 'DIRECT';
  const account = url.username === '' ? '' : `${url.username}:${url.password}@`;
  const kind = { 'http:': 'PROXY', 'https:': 'HTTPS' }[url.protocol];
  return kind === undefined ? 'SOCKS' : `${kind} ${account}${url.host}`;
}
