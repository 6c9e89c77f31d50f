import { readFileSync } from 'node:fs';
import { freePorts } from '../program.ts';
import type { Group, Place, Row, World } from '../row.ts';
import { placed, type Placed } from './places.ts';
import { kindOf, nameBehindProxy, startSquid, type SquidRow } from './squidProcess.ts';

const nodeOnly = (outcome: 'trusted' | 'asked signedItself' | `refused ${string}`): Row['expected'] => ({ node: outcome, electron: null });

const rows: readonly SquidRow[] = [
  { name: 'CONNECT to an IP address', expected: 'asked signedItself' },
  { name: 'CONNECT to a name that only the proxy knows', gateway: 'by name', expected: 'asked signedItself' },
  { name: 'named in `HTTPS_PROXY`, in quotes', told: 'quoted environment', expected: nodeOnly('asked signedItself') },
  {
    name: 'a dead one in `HTTPS_PROXY`, passed by for `NO_PROXY=127.0.0.0/8`',
    told: 'passed by',
    expected: nodeOnly('asked signedItself'),
  },
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
  {
    name: 'reached over HTTPS, its authority not known',
    through: 'https',
    settings: { certificateAuthorityFile: '' },
    expected: 'refused proxy-certificate',
  },
  { name: 'cuts tunnels that are silent for five seconds', through: 'cuts', shift: 'pollsCut', expected: 'asked signedItself' },
  {
    name: 'second in a proxy script (PAC) whose first proxy is dead',
    // Chromium asks no script about this computer's own addresses.
    gateway: 'by name',
    told: 'script',
    expected: { node: null, electron: 'asked signedItself' },
  },
];

export const squid: Group = {
  title: 'Squid, as the proxy on the way',
  needs: [
    { what: 'squid', debianPackage: 'squid', version: { name: 'Squid', args: ['-v'], of: /Version (\S+)/ } },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl' },
  ],
  rows,
  start: async (world, wanted) => {
    const here = await placed(rows.filter((row) => wanted.includes(row)));
    // One Squid has one way of asking and one patience; in it each row has a port of its own.
    const kinds = [...new Set(here.map(({ row }) => kindOf(row)))];
    const squids = await Promise.all(
      kinds.map((kind) =>
        startSquid(
          kind,
          here.filter(({ row }) => kindOf(row) === kind),
          world,
        ),
      ),
    );
    const [dead = 0, ended = 0] = await freePorts(2);
    const places = here.map((each): [Row, Place] => {
      const log = squids[kinds.indexOf(kindOf(each.row))]?.log ?? '';
      return [each.row, placeOf(each, log, { world, dead, ended })];
    });
    return {
      places: new Map(places),
      stop: async () => {
        await Promise.all(squids.map((each) => each.stop()));
      },
    };
  },
};

interface Around {
  readonly world: World;
  /** Where no proxy is. */
  readonly dead: number;
  /** Where no gateway is. */
  readonly ended: number;
}

function placeOf({ row, port }: Placed<SquidRow>, log: string, { world, dead, ended }: Around): Place {
  const { account, through, gateway } = row;
  const host = { down: '127.0.0.1', unknown: 'gateway.invalid', 'by name': nameBehindProxy, there: '127.0.0.1' }[gateway ?? 'there'];
  const target = `${host}:${String(gateway === 'down' ? ended : world.gatewayPort)}`;
  // Loopback is direct unless said otherwise.
  const loopbackToo = '<-loopback>';
  const settings = { proxyDirect: [loopbackToo] };
  const isKept = row.expected === 'refused proxy-certificate';
  const after = (): string | null => {
    const isAsked = readFileSync(log, 'utf8').includes(`${String(port)} CONNECT ${target}\n`);
    if (isAsked === isKept) return `Squid was ${isAsked ? '' : 'not '}asked for ${target}`;
    return null;
  };
  const url = `${through === 'https' ? 'https' : 'http'}://${account === undefined ? '' : `${account}@`}localhost:${String(port)}`;
  switch (row.told ?? 'setting') {
    case 'setting':
      return { address: target, settings: { ...settings, proxy: url }, after };
    case 'environment':
      return { address: target, settings, env: { HTTPS_PROXY: url, NO_PROXY: loopbackToo }, after };
    case 'quoted environment':
      return { address: target, settings, env: { HTTPS_PROXY: `"${url}"`, NO_PROXY: loopbackToo }, after };
    case 'passed by':
      return {
        address: target,
        settings,
        env: { HTTPS_PROXY: `http://127.0.0.1:${String(dead)}`, NO_PROXY: `${loopbackToo},127.0.0.0/8` },
      };
    case 'script':
      return {
        address: target,
        settings,
        proxyScript: `function FindProxyForURL() { return "PROXY 127.0.0.1:${String(dead)}; PROXY 127.0.0.1:${String(port)}"; }`,
        after,
      };
  }
}
