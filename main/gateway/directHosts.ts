import { meansHost, readVariableHost } from '../../contract/directHost.ts';

/**
 * Whether a list of direct hosts, the setting's or a proxy variable's, names this one, or it is this computer: its own addresses are direct
 * unless the list holds `<-loopback>`. `host`: as in a URL, brackets or not.
 */
export function isDirectHost(host: string, list: readonly string[]): boolean {
  const wanted = host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const entries = list.map(readVariableHost).filter((entry) => entry !== null);
  if (isLoopback(wanted) && !entries.some(({ kind }) => kind === 'loopbackToo')) return true;
  return entries.some((entry) => meansHost(entry, wanted));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
