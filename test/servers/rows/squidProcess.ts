import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, startProgram, type Started } from '../program.ts';
import type { Row, World } from '../row.ts';
import type { Placed } from './places.ts';

/** What a proxy asks of those who come. */
export type SignIn = 'nobody' | 'Basic' | 'Negotiate' | 'NTLM';

export interface SquidRow extends Row {
  readonly signIn?: SignIn;
  /** How the client is told of it: a setting unless told otherwise. */
  readonly told?: 'environment' | 'quoted environment' | 'passed by' | 'script';
  /** Before the proxy's address. */
  readonly account?: string;
  readonly through?: 'refused' | 'https' | 'cuts';
  readonly gateway?: 'down' | 'unknown' | 'by name';
}

/** What Squid alone knows as a name of this computer. */
export const nameBehindProxy = 'gateway.example';

const helpers = '/usr/lib/squid';

export type Kind = `${SignIn} ${'plain' | 'cuts'}`;

export const kindOf = ({ signIn = 'nobody', through }: SquidRow): Kind => `${signIn} ${through === 'cuts' ? 'cuts' : 'plain'}`;

export interface RunningSquid extends Started {
  /** By which port it was asked for what. */
  readonly log: string;
}

export async function startSquid(kind: Kind, here: readonly Placed<SquidRow>[], world: World): Promise<RunningSquid> {
  const folder = makeFolder(path.join(world.folder, `squid-${kind.replace(' ', '-')}`));
  const { chain, key } = await world.certificates.of('of an authority');
  const [signIn, patience] = kind.split(' ');
  await writeFile(path.join(folder, 'hosts'), `127.0.0.1 ${nameBehindProxy}\n`);
  const checker = path.join(folder, 'check.sh');
  // Asked by a line with the user name and the password.
  await writeFile(checker, '#!/bin/sh\nwhile read -r account; do [ "$account" = "inspector p@ss:word" ] && echo OK || echo ERR; done\n', {
    mode: 0o755,
  });
  const ways: Record<string, readonly string[]> = {
    nobody: [],
    Basic: [`auth_param basic program ${checker}`, 'auth_param basic realm proxy'],
    Negotiate: [`auth_param negotiate program ${helpers}/negotiate_kerberos_auth -s GSS_C_NO_NAME`],
    NTLM: [`auth_param ntlm program ${helpers}/ntlm_fake_auth`],
  };
  const lines = [
    ...here.map((each) => portLine(each, chain, key)),
    ...(ways[signIn ?? ''] ?? []),
    'acl refusing myportname refusing',
    'http_access deny refusing',
    ...(signIn === 'nobody'
      ? ['http_access allow all']
      : ['acl known proxy_auth REQUIRED', 'http_access allow known', 'http_access deny all']),
    `read_timeout ${patience === 'cuts' ? '5 seconds' : '15 minutes'}`,
    `hosts_file ${folder}/hosts`,
    `pid_filename ${folder}/squid.pid`,
    'logformat asked %>lp %rm %ru',
    `access_log stdio:${folder}/access.log asked`,
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
  const started = await startProgram(
    `squid ${kind}`,
    'squid',
    ['-N', '-f', file],
    folder,
    here.map(({ port }) => port),
  );
  return { log: path.join(folder, 'access.log'), stop: started.stop };
}

function portLine({ row, port }: Placed<SquidRow>, chain: string, key: string): string {
  const address = `127.0.0.1:${String(port)}`;
  switch (row.through ?? 'plain') {
    case 'https':
      return `https_port ${address} name=port${String(port)} tls-cert=${chain} tls-key=${key}`;
    case 'refused':
      return `http_port ${address} name=refusing`;
    case 'cuts':
    case 'plain':
      return `http_port ${address} name=port${String(port)}`;
  }
}
