import tls from 'node:tls';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseGatewayAddress } from '../../main/gateway/address.ts';
import { createCookies } from '../../main/gateway/cookies.ts';
import { createLink } from '../../main/gateway/link.ts';
import { openPersisted } from '../../main/store/persisted.ts';
import { createSystemClock } from '../../main/platform/systemClock.ts';
import { createTrust } from '../../main/trust/trust.ts';
import { freshSettings } from '../support/settings.ts';
import { silentLog } from '../support/silentLog.ts';
import { makeCertificates, type Made } from './support/certificates.ts';
import { startTlsServer, type TlsServer } from './support/server.ts';

let served: Made;
let other: Made;
let server: TlsServer;
let withdrawn: number;

beforeAll(async () => {
  ({ selfSigned: served, other } = await makeCertificates());
});

beforeEach(async () => {
  server = await startTlsServer(served);
  withdrawn = 0;
});

afterEach(() => server.close());

function open(pins: readonly string[], authorities: readonly string[] = []) {
  const authority = `127.0.0.1:${String(server.port)}`;
  const pin = { decidedBy: 'inspector', firstSeen: 1, lastSeen: 1, certificate: null };
  let disk: unknown = { pins: { [authority]: pins.map((fingerprint) => ({ ...pin, fingerprint })) } };
  const trust = createTrust({
    clock: createSystemClock(),
    log: silentLog,
    persisted: openPersisted({ damaged: false, read: () => disk, write: (value) => (disk = value) }, silentLog),
    settings: () => freshSettings.values,
    readFile: () => new Uint8Array(),
    systemAuthorities: () => authorities,
    routingTo: () =>
      Promise.resolve({ routes: [{ kind: 'direct' }], unreachable: () => undefined, context: () => tls.createSecureContext() }),
    onChange: () => undefined,
    onNotice: () => undefined,
  });
  const address = parseGatewayAddress(authority);
  if (address === null) throw new Error('No address.');
  const opened = trust.open(address, () => {
    withdrawn += 1;
  });
  const guid = { current: () => 'guid', renew: () => undefined, refused: () => undefined };
  const present = { origin: address.origin, dispatcher: opened.dispatcher, cookies: createCookies() };
  const link = createLink({ destination: () => present, agentId: '291', guid, clock: createSystemClock(), log: silentLog });
  return { trust, authority, opened, send: () => link.send({ name: 'try', method: 'GET', path: 'try' }) };
}

test('without a change connections are kept and used again', async () => {
  const { send, opened } = open([served.fingerprint]);
  for (let count = 0; count < 12; count += 1) expect(await send()).toMatchObject({ ok: true });
  // undici may open a second one before it sees that the first is free again.
  expect(server.handshakes()).toBeLessThan(4);
  opened.close();
});

test('a connection that the gateway ends costs one new one, not one for each later request', async () => {
  const { send, opened } = open([served.fingerprint]);
  server.endWithNext();
  for (let count = 0; count < 40; count += 1) expect(await send()).toMatchObject({ ok: true });
  expect(server.handshakes()).toBeLessThan(5);
  opened.close();
});

test('an authority that the computer trusts vouches for a gateway without a pin', async () => {
  const { send, opened } = open([], [served.cert]);
  expect(await send()).toMatchObject({ ok: true });
  opened.close();
});

test('a change cuts every open connection and the next one is judged anew', async () => {
  const { send, trust, authority, opened } = open([served.fingerprint, other.fingerprint]);
  await send();
  expect(server.open()).toBeGreaterThan(0);
  const before = server.handshakes();
  expect(trust.forget(authority, other.fingerprint)).toEqual({ ok: true });
  await expect.poll(server.open).toBe(0);
  expect(await send()).toMatchObject({ ok: true });
  expect(server.handshakes()).toBeGreaterThan(before);
  expect(withdrawn).toBe(0);
  opened.close();
});

test('when the certificate in use is forgotten, it is told, and not a byte more goes out', async () => {
  const { send, trust, authority, opened } = open([served.fingerprint]);
  for (let count = 0; count < 6; count += 1) await send();
  const heard = server.heard();
  trust.forget(authority, served.fingerprint);
  expect(withdrawn).toBe(1);
  for (let count = 0; count < 6; count += 1) {
    expect(await send()).toMatchObject({ ok: false, failure: { kind: 'certificate', question: { kind: 'unknown' } } });
  }
  expect(server.heard()).toBe(heard);
  opened.close();
});

test('a change after the dispatcher was closed opens nothing', async () => {
  const { send, trust, authority, opened } = open([served.fingerprint]);
  await send();
  opened.close();
  trust.forget(authority, served.fingerprint);
  expect(withdrawn).toBe(0);
  expect(await send()).toMatchObject({ ok: false });
  expect(server.handshakes()).toBe(1);
});
