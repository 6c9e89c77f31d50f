import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { Agent, buildConnector, request } from 'undici';
import type { Settings } from '../../../contract/settings.ts';
import { parseGatewayAddress } from '../../../main/gateway/address.ts';
import { createCookies } from '../../../main/gateway/cookies.ts';
import { createLink } from '../../../main/gateway/link.ts';
import { systemAuthorities } from '../../../main/gateway/systemAuthorities.ts';
import { openPersisted } from '../../../main/store/persisted.ts';
import { createSystemClock } from '../../../main/platform/systemClock.ts';
import { createTrust } from '../../../main/trust/trust.ts';
import { freshSettings } from '../../support/settings.ts';
import { silentLog } from '../../support/silentLog.ts';

/** One try at a gateway with what is trusted: plain data, so that it can be carried into Electron. */
export interface Attempt {
  readonly port: number;
  readonly settings: Partial<Settings>;
  /** Fingerprints that the inspector trusted, by host:port. */
  readonly pins: Readonly<Record<string, readonly string[]>>;
  /** The content of the administrator's file; null: it is missing. */
  readonly authorityFile: string | null;
}

/** Tries with Earshot's own link; says `answered`, or why not: `question KIND: WHY`, `unreachable REASON`. */
export async function tryGateway({ port, settings, pins, authorityFile }: Attempt): Promise<string> {
  const decided = { decidedBy: 'inspector', firstSeen: 1, lastSeen: 1, certificate: null };
  const stored = Object.entries(pins).map(([authority, prints]) => [authority, prints.map((fingerprint) => ({ fingerprint, ...decided }))]);
  let disk: unknown = { pins: Object.fromEntries(stored) as unknown };
  const trust = createTrust({
    clock: createSystemClock(),
    log: silentLog,
    persisted: openPersisted({ damaged: false, read: () => disk, write: (value) => (disk = value) }, silentLog),
    settings: () => ({ ...freshSettings.values, ...settings }),
    readFile: () => {
      if (authorityFile === null) throw Object.assign(new Error('missing'), { code: 'ENOENT' });
      return Buffer.from(authorityFile);
    },
    systemAuthorities,
    routingTo: () =>
      Promise.resolve({ routes: [{ kind: 'direct' }], unreachable: () => undefined, context: () => tls.createSecureContext() }),
    onChange: () => undefined,
    onNotice: () => undefined,
  });
  const address = parseGatewayAddress(`127.0.0.1:${String(port)}`);
  if (address === null) throw new Error('No address.');
  const way = trust.open(address, () => undefined);
  const guid = { current: () => 'a-secret-guid', renew: () => undefined, refused: () => undefined };
  const present = { origin: address.origin, dispatcher: way.dispatcher, cookies: createCookies() };
  const link = createLink({ destination: () => present, agentId: '291', guid, clock: createSystemClock(), log: silentLog });
  const reply = await link.send({ name: 'try', method: 'PUT', path: 'try', body: { password: 'a-secret-password' } });
  way.close();
  if (reply.ok) return 'answered';
  const { failure } = reply;
  switch (failure.kind) {
    case 'certificate':
      return `question ${failure.question.kind}: ${failure.question.certificateError.reason}`;
    case 'unreachable':
      return `unreachable ${failure.reason}`;
    default:
      return failure.kind;
  }
}

/** What undici is told, without Earshot: the rows of `rawRows.ts`. */
export interface RawAttempt {
  readonly port: number;
  readonly ca?: readonly string[];
  readonly rejectUnauthorized?: boolean;
  readonly partialChain?: boolean;
  /** Compared in `checkServerIdentity`. */
  readonly identityPin?: string;
  /** Compared in a connector, before the socket is handed over. */
  readonly connectorPin?: string;
}

/** Tries with undici alone; says `answered` or the error's code. */
export async function tryRaw({ port, ca, rejectUnauthorized, partialChain, identityPin, connectorPin }: RawAttempt): Promise<string> {
  const options = {
    ...(ca === undefined ? {} : { ca: [...ca] }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    ...(partialChain === undefined ? {} : { allowPartialTrustChain: partialChain }),
    ...(identityPin === undefined
      ? {}
      : {
          checkServerIdentity: (_host: string, { raw }: tls.PeerCertificate) =>
            new X509Certificate(raw).fingerprint256 === identityPin ? undefined : Object.assign(new Error('pin'), { code: 'PIN' }),
        }),
  };
  const connect = buildConnector(options);
  const agent = new Agent({
    connect: (wanted, callback) => {
      connect(wanted, (error, socket) => {
        if (error !== null) callback(error, null);
        else if (connectorPin === undefined || fingerprintOf(socket) === connectorPin) callback(null, socket);
        else {
          socket.destroy();
          callback(Object.assign(new Error('pin'), { code: 'PIN' }), null);
        }
      });
    },
  });
  try {
    const response = await request(`https://127.0.0.1:${String(port)}/`, { dispatcher: agent });
    await response.body.dump();
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  } finally {
    await agent.destroy();
  }
}

function fingerprintOf(socket: unknown): string | null {
  return socket instanceof tls.TLSSocket ? new X509Certificate(socket.getPeerCertificate().raw).fingerprint256 : null;
}
