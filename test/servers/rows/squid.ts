import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts, makeFolder, startProgram } from '../program.ts';
import type { Group, Place, Row, World } from '../row.ts';

/** What a proxy asks of those who come. */
type SignIn = 'nobody' | 'Basic' | 'Negotiate' | 'NTLM';

interface SquidRow extends Row {
  readonly signIn?: SignIn;
  /** How the client is told of it: a setting unless told otherwise. */
  readonly told?: 'environment' | 'script';
  /** Before the proxy's address. */
  readonly account?: string;
  readonly through?: 'refused' | 'https' | 'cuts';
  readonly gateway?: 'down' | 'unknown' | 'by name';
}

const nodeOnly = (outcome: 'trusted' | 'asked signedItself' | `refused ${string}`): Row['expected'] => ({ node: outcome, electron: null });

const rows: readonly SquidRow[] = [
  { name: 'CONNECT to an IP address', expected: 'asked signedItself' },
  { name: 'CONNECT to a name', gateway: 'by name', expected: 'asked signedItself' },
  { name: 'asks for a user name (Basic), none given', signIn: 'Basic', expected: 'refused proxy-sign-in' },
  {
    name: 'asks for a user name (Basic), given in `HTTPS_PROXY`',
    signIn: 'Basic',
    told: 'environment',
    account: 'inspector:p%40ss:word',
    expected: nodeOnly('asked signedItself'),
  },
  {
    name: 'asks for a user name (Basic), a wrong password in `HTTPS_PROXY`',
    signIn: 'Basic',
    told: 'environment',
    account: 'inspector:wrong',
    expected: nodeOnly('refused proxy-sign-in'),
  },
  { name: 'asks for a Windows sign-in (Negotiate)', signIn: 'Negotiate', expected: 'refused proxy-sign-in' },
  { name: 'asks for a Windows sign-in (NTLM)', signIn: 'NTLM', expected: 'refused proxy-sign-in' },
  { name: 'does not allow this port', through: 'refused', expected: 'refused proxy-refused' },
  { name: 'the gateway behind it is down', gateway: 'down', expected: 'refused proxy-no-gateway' },
  { name: 'the gateway’s name is not known to it', gateway: 'unknown', expected: 'refused proxy-no-gateway' },
  {
    name: 'reached over HTTPS, certificate of the authority in `certificateAuthorityFile`',
    through: 'https',
    expected: 'asked signedItself',
  },
  { name: 'cuts tunnels that are silent for five seconds', through: 'cuts', shift: 'pollsCut', expected: 'asked signedItself' },
  {
    name: 'second in a proxy script (PAC) whose first proxy is dead',
    told: 'script',
    expected: { node: null, electron: 'asked signedItself' },
  },
];

const helpers = '/usr/lib/squid';

export const squid: Group = {
  title: 'Squid, as the proxy on the way',
  needs: [
    { what: 'squid', debianPackage: 'squid', version: { name: 'Squid', args: ['-v'], of: /Version (\S+)/ } },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl' },
  ],
  rows,
  start: async (world, wanted) => {
    const here = rows.filter((row) => wanted.includes(row));
    // One Squid has one way of asking and one patience.
    const kinds = [...new Set(here.map(kindOf))];
    const squids = await Promise.all(kinds.map((kind) => startSquid(kind, world)));
    const [dead = 0, ended = 0] = await freePorts(2);
    const places = here.map((row): [Row, Place] => {
      const proxy = squids[kinds.indexOf(kindOf(row))];
      if (proxy === undefined) throw new Error(`No Squid for ${row.name}.`);
      return [row, placeOf(row, proxy, { world, dead, ended })];
    });
    return {
      places: new Map(places),
      stop: async () => {
        await Promise.all(squids.map((each) => each.stop()));
      },
    };
  },
};

type Kind = `${SignIn} ${'plain' | 'cuts'}`;

const kindOf = ({ signIn = 'nobody', through }: SquidRow): Kind => `${signIn} ${through === 'cuts' ? 'cuts' : 'plain'}`;

interface RunningSquid {
  /** By what it is reached: allowing the gateway, refusing it, over TLS. */
  readonly ports: Readonly<Record<'allowing' | 'refusing' | 'tls', number>>;
  /** What it was asked for. */
  readonly log: string;
  stop(): Promise<void>;
}

async function startSquid(kind: Kind, world: World): Promise<RunningSquid> {
  const folder = makeFolder(path.join(world.folder, `squid-${kind.replace(' ', '-')}`));
  const [allowing = 0, refusing = 0, tls = 0] = await freePorts(3);
  const { chain, key } = await world.certificates.of('of an authority');
  const [signIn, patience] = kind.split(' ');
  await writeFile(path.join(folder, 'accounts'), 'inspector p@ss:word\n');
  const checker = path.join(folder, 'check.sh');
  // Of a user name and password a line, encoded as in a URL.
  await writeFile(
    checker,
    '#!/bin/sh\nwhile read -r account; do [ "$account" = "inspector p%40ss%3Aword" ] && echo OK || echo ERR; done\n',
    { mode: 0o755 },
  );
  const ways: Record<string, readonly string[]> = {
    nobody: [],
    Basic: [`auth_param basic program ${checker}`, 'auth_param basic realm proxy'],
    Negotiate: [`auth_param negotiate program ${helpers}/negotiate_kerberos_auth -s GSS_C_NO_NAME`],
    NTLM: [`auth_param ntlm program ${helpers}/ntlm_fake_auth`],
  };
  const lines = [
    `http_port 127.0.0.1:${String(allowing)} name=allowing`,
    `http_port 127.0.0.1:${String(refusing)} name=refusing`,
    `https_port 127.0.0.1:${String(tls)} name=tls tls-cert=${chain} tls-key=${key}`,
    ...(ways[signIn ?? ''] ?? []),
    'acl refusing myportname refusing',
    'http_access deny refusing',
    ...(signIn === 'nobody'
      ? ['http_access allow all']
      : ['acl known proxy_auth REQUIRED', 'http_access allow known', 'http_access deny all']),
    `read_timeout ${patience === 'cuts' ? '5 seconds' : '15 minutes'}`,
    `pid_filename ${folder}/squid.pid`,
    `access_log stdio:${folder}/access.log`,
    `cache_log ${folder}/cache.log`,
    `coredump_dir ${folder}`,
    'cache deny all',
    'pinger_enable off',
    'shutdown_lifetime 0 seconds',
    'forward_timeout 10 seconds',
    'connect_timeout 5 seconds',
    'visible_hostname proxy.example',
    '',
  ];
  const file = path.join(folder, 'squid.conf');
  await writeFile(file, lines.join('\n'));
  const started = await startProgram(`squid ${kind}`, 'squid', ['-N', '-f', file], folder, [allowing, refusing, tls]);
  return { ports: { allowing, refusing, tls }, log: path.join(folder, 'access.log'), stop: started.stop };
}

interface Around {
  readonly world: World;
  /** Where no proxy is. */
  readonly dead: number;
  /** Where no gateway is. */
  readonly ended: number;
}

function placeOf(row: SquidRow, { ports, log }: RunningSquid, { world, dead, ended }: Around): Place {
  const { account, through, gateway } = row;
  const port = { refused: ports.refusing, https: ports.tls, cuts: ports.allowing, allowed: ports.allowing }[through ?? 'allowed'];
  const host = { down: '127.0.0.1', unknown: 'gateway.invalid', 'by name': 'localhost', there: '127.0.0.1' }[gateway ?? 'there'];
  const target = `${host}:${String(gateway === 'down' ? ended : world.gatewayPort)}`;
  // Loopback is direct unless said otherwise.
  const settings = { proxyDirect: ['<-loopback>'] };
  const after = (): string | null =>
    readFileSync(log, 'utf8').includes(`CONNECT ${target} `) ? null : `Squid was never asked for ${target}`;
  const url = `${through === 'https' ? 'https' : 'http'}://${account === undefined ? '' : `${account}@`}localhost:${String(port)}`;
  switch (row.told ?? 'setting') {
    case 'setting':
      return { address: target, settings: { ...settings, proxy: url }, after };
    case 'environment':
      return { address: target, settings, env: { HTTPS_PROXY: url }, after };
    case 'script':
      return {
        address: target,
        settings,
        proxyScript: `function FindProxyForURL() { return "PROXY 127.0.0.1:${String(dead)}; PROXY 127.0.0.1:${String(port)}"; }`,
        after,
      };
  }
}
