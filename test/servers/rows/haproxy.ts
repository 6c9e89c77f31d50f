import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts, makeFolder, startProgram } from '../program.ts';
import type { Group, Row, World } from '../row.ts';
import { placed, placesOf, type Placed } from './places.ts';

interface HaproxyRow extends Row {
  /** `http` unless told otherwise: HAProxy ends TLS. In `tcp` it hands the connection on as it comes. */
  readonly mode?: 'tcp';
  /** After the certificate on the `bind` line. */
  readonly bind?: string;
  readonly lines?: readonly string[];
  /** No server lives behind it. */
  readonly down?: true;
}

const clientCertificates = 'ca-file {authority} verify required';

const rows: readonly HaproxyRow[] = [
  { name: 'ends TLS', expected: 'trusted' },
  { name: 'hands TLS on to the gateway (`mode tcp`), whose certificate signed itself', mode: 'tcp', expected: 'asked signedItself' },
  { name: '`mode tcp`, no living server behind it', mode: 'tcp', down: true, expected: 'refused closed-early' },
  { name: 'no living server behind it', down: true, expected: 'refused server-error' },
  { name: 'every connection ended after its answer (`option httpclose`)', lines: ['option httpclose'], expected: 'trusted' },
  { name: 'idle connections ended after a second (`timeout http-keep-alive`)', lines: ['timeout http-keep-alive 1s'], expected: 'trusted' },
  {
    name: 'a session kept to its server by a cookie, and refused without it',
    lines: [
      'cookie huaweielbsession insert indirect nocache',
      'http-request deny unless { method PUT } { path_beg /agentgateway/resource/onlineagent/ } or { req.cook(huaweielbsession) -m found }',
    ],
    expected: 'trusted',
  },
  { name: 'waits five seconds for an answer (`timeout server`)', lines: ['timeout server 5s'], shift: 'pollsCut', expected: 'trusted' },
  {
    name: '`mode tcp`, cuts connections that are silent for five seconds',
    mode: 'tcp',
    lines: ['timeout client 5s', 'timeout server 5s'],
    shift: 'pollsCut',
    expected: 'asked signedItself',
  },
  { name: 'client certificates optional', bind: 'ca-file {authority} verify optional', expected: 'trusted' },
  { name: 'client certificates required, TLS 1.2', bind: `${clientCertificates} ssl-max-ver TLSv1.2`, expected: 'refused tls-refused' },
  {
    name: 'client certificates required, TLS 1.3',
    bind: `${clientCertificates} ssl-min-ver TLSv1.3`,
    expected: 'refused client-certificate',
  },
  { name: 'answers to its names alone (`strict-sni`), reached by an IP address', bind: 'strict-sni', expected: 'refused other-name' },
];

export const haproxy: Group = {
  title: 'HAProxy',
  needs: [
    { what: 'haproxy', debianPackage: 'haproxy', version: { name: 'HAProxy', args: ['-v'], of: /version (\d[\d.]*)/ } },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl' },
  ],
  rows,
  start: async (world, wanted) => {
    const folder = makeFolder(path.join(world.folder, 'haproxy'));
    const here = await placed(rows.filter((row) => wanted.includes(row)));
    const [ended = 0] = await freePorts(1);
    const { both } = await world.certificates.of('of an authority');
    const file = path.join(folder, 'haproxy.cfg');
    await writeFile(file, `${head}\n${here.map((each) => listenOf(each, world, both, ended)).join('\n')}\n`);
    const started = await startProgram(
      'haproxy',
      'haproxy',
      ['-db', '-f', file],
      folder,
      here.map(({ port }) => port),
    );
    return { places: placesOf(here), stop: started.stop };
  },
};

const head = `global
  maxconn 1000
defaults
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  timeout http-request 10s
  retries 0
`;

function listenOf({ row, port }: Placed<HaproxyRow>, world: World, certificate: string, ended: number): string {
  const { mode = 'http', lines = [], down = false } = row;
  const bind = (row.bind ?? '').replace('{authority}', world.certificates.authority.pem);
  const ssl = mode === 'http' ? ` ssl crt ${certificate} alpn h2,http/1.1 ${bind}` : '';
  const onward = mode === 'http' ? ' ssl verify none cookie node1' : '';
  return [
    `listen row-${String(port)}`,
    `mode ${mode}`,
    `bind 127.0.0.1:${String(port)}${ssl}`,
    ...lines,
    `server gateway 127.0.0.1:${String(down ? ended : world.gatewayPort)}${onward}`,
    '',
  ].join('\n  ');
}
