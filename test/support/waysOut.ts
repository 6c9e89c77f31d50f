import { createSocket } from 'node:dgram';
import { createServer as createWebServer } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { z } from 'zod';

/** Hears whoever comes to it, by TCP or UDP. On loopback, and answers nothing of use. */
export interface Listener {
  readonly tcp: number;
  readonly udp: number;
  /** How often somebody came. */
  heard(): number;
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  let heard = 0;
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    heard += 1;
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4');
  udp.on('message', () => (heard += 1));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  return {
    tcp: (tcp.address() as AddressInfo).port,
    udp: udp.address().port,
    heard: () => heard,
    close: async () => {
      udp.close();
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

/** A way on which script can bring something out of a page. */
export interface WayOut {
  readonly name: string;
  /** The script that tries it: at a listener, or, where a name is all that gets out, with a host of this name. */
  script(to: Listener, host: string): string;
  /** The page is gone where it works. */
  readonly leaves?: true;
  /** Something is loaded where it works: the browser says when it gives that up. Script itself goes on at once. */
  readonly loads?: true;
}

const link = (rel: string, url: string, more = ''): string =>
  `const link = Object.assign(document.createElement('link'), { rel: ${JSON.stringify(rel)}, href: ${JSON.stringify(url)} }); ${more} document.head.append(link);`;

const element = (tag: string, attribute: string, url: string, then = ''): string =>
  `const made = document.createElement(${JSON.stringify(tag)}); made.${attribute} = ${JSON.stringify(url)}; document.body.append(made); ${then}`;

/** A connection that looks for its way: servers are asked. */
const peer = (servers: string): string =>
  `const peer = new RTCPeerConnection({ iceServers: ${servers} }); peer.createDataChannel('out'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));`;

/** As `peer`, until every server was looked up. */
const gathered = (servers: string): string =>
  `${peer(servers)} return new Promise((resolve) => peer.addEventListener('icegatheringstatechange', () => { if (peer.iceGatheringState === 'complete') resolve(null); }));`;

const toCandidate = (host: string, port: number): string => `
  (async () => {
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.createDataChannel('out');
    await near.setLocalDescription(await near.createOffer());
    await far.setRemoteDescription(near.localDescription);
    await near.setRemoteDescription(await far.createAnswer());
    await near.addIceCandidate({ candidate: 'candidate:1 1 udp 2113937151 ${host} ${String(port)} typ host', sdpMid: '0' });
  })().catch(() => undefined);`;

const http = ({ tcp }: Listener): string => `http://127.0.0.1:${String(tcp)}/`;

/** Those that reach an address. */
export const waysToAnAddress: readonly WayOut[] = [
  { name: 'fetch', script: (to) => `fetch(${JSON.stringify(http(to))}, { mode: 'no-cors' }).catch(() => undefined);` },
  {
    name: 'fetchLater',
    script: (to) => `if (typeof fetchLater === 'function') fetchLater(${JSON.stringify(http(to))}, { activateAfter: 0 });`,
  },
  {
    name: 'XMLHttpRequest',
    script: (to) => `const asked = new XMLHttpRequest(); asked.open('POST', ${JSON.stringify(http(to))}); asked.send('out');`,
  },
  { name: 'beacon', script: (to) => `navigator.sendBeacon(${JSON.stringify(http(to))}, 'out');` },
  { name: 'WebSocket', script: (to) => `new WebSocket('ws://127.0.0.1:${String(to.tcp)}/');` },
  { name: 'WebTransport', script: (to) => `new WebTransport('https://127.0.0.1:${String(to.udp)}/').ready.catch(() => undefined);` },
  { name: 'EventSource', script: (to) => `new EventSource(${JSON.stringify(http(to))});` },
  { name: 'image', script: (to) => `new Image().src = ${JSON.stringify(http(to))};` },
  { name: 'script', script: (to) => element('script', 'src', http(to)) },
  { name: 'module', script: (to) => `import(${JSON.stringify(http(to))}).catch(() => undefined);` },
  { name: 'style', script: (to) => link('stylesheet', http(to)) },
  { name: 'font', script: (to) => `new FontFace('out', 'url(${http(to)})').load().catch(() => undefined);` },
  { name: 'sound', script: (to) => `new Audio(${JSON.stringify(http(to))}).load();` },
  { name: 'object', script: (to) => element('object', 'data', http(to)) },
  { name: 'frame', script: (to) => element('iframe', 'src', http(to)) },
  { name: 'preload', script: (to) => link('preload', http(to), "link.as = 'script';") },
  { name: 'modulepreload', script: (to) => link('modulepreload', http(to)) },
  { name: 'prefetch', script: (to) => link('prefetch', http(to)) },
  {
    name: 'speculation rules',
    script: (to) =>
      `const rules = Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [${JSON.stringify(http(to))}], eagerness: 'immediate' }] }) }); document.head.append(rules);`,
  },
  {
    name: 'worker of inline code',
    script: (to) => `try { new Worker(URL.createObjectURL(new Blob(["fetch('${http(to)}')"], { type: 'text/javascript' }))); } catch {}`,
  },
  { name: 'ping', script: (to) => element('a', 'href', '#out', `made.ping = ${JSON.stringify(http(to))}; made.click();`) },
  { name: 'STUN', script: (to) => peer(`[{ urls: 'stun:127.0.0.1:${String(to.udp)}' }]`) },
  {
    name: 'TURN by TCP',
    script: (to) => peer(`[{ urls: 'turn:127.0.0.1:${String(to.tcp)}?transport=tcp', username: 'out', credential: 'out' }]`),
  },
  { name: 'ICE candidate', script: (to) => toCandidate('127.0.0.1', to.udp) },
  { name: 'window', script: (to) => `window.open(${JSON.stringify(http(to))});` },
  { name: 'form', script: (to) => element('form', 'action', http(to), "made.method = 'post'; made.submit();"), leaves: true },
  { name: 'link', script: (to) => element('a', 'href', http(to), 'made.click();'), leaves: true },
  {
    name: 'refresh',
    script: (to) => element('meta', 'content', `0;url=${http(to)}`, "made.httpEquiv = 'refresh';"),
    leaves: true,
  },
  { name: 'navigation', script: (to) => `location.href = ${JSON.stringify(http(to))};`, leaves: true },
];

/** Those by which a host's name is looked up: the name itself brings something out, whether anybody answers or not. */
export const waysToAName: readonly WayOut[] = [
  { name: 'dns-prefetch', script: (_to, host) => link('dns-prefetch', `https://${host}/`) },
  { name: 'preconnect', script: (_to, host) => link('preconnect', `https://${host}/`) },
  { name: 'frame', script: (_to, host) => element('iframe', 'src', `https://${host}/`), loads: true },
  { name: 'STUN server', script: (_to, host) => gathered(`[{ urls: 'stun:${host}:3478' }]`) },
  {
    name: 'TURN server',
    script: (_to, host) => gathered(`[{ urls: 'turn:${host}:3478?transport=tcp', username: 'out', credential: 'out' }]`),
  },
  {
    name: 'form',
    script: (_to, host) => element('form', 'action', `https://${host}/`, "made.method = 'post'; made.submit();"),
    leaves: true,
    loads: true,
  },
  { name: 'navigation', script: (_to, host) => `location.href = ${JSON.stringify(`https://${host}/`)};`, leaves: true, loads: true },
];

/** Runs in a page what a way tries; what the page refuses at once is no matter. */
export const tried = (script: string): string => `(() => { try { ${script} } catch {} })()`;

/** A page that no policy holds back: what is tried on it is heard. */
export async function servePlainPage(): Promise<{ readonly url: string; close(): void }> {
  const server = createWebServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>plain</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, close: () => server.close() };
}

const netLogSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.unknown().optional() })),
});

/** The hosts ending in `.example` that Chromium's network log says were looked up. */
export function namesLookedUp(netLog: string): readonly string[] {
  const { constants, events } = netLogSchema.parse(JSON.parse(netLog));
  const resolving = new Set(
    Object.entries(constants.logEventTypes).flatMap(([name, type]) => (name.startsWith('HOST_RESOLVER') ? [type] : [])),
  );
  const told = events.filter(({ type }) => resolving.has(type)).map(({ params }) => JSON.stringify(params ?? null));
  return [...new Set(told.flatMap((text) => [...text.matchAll(/[a-z]+-\d+\.example/g)].map(([name]) => name)))].sort();
}
