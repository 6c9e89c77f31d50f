import { isDeepStrictEqual } from 'node:util';
import type tls from 'node:tls';
import type { Dispatcher } from 'undici';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Notice } from '../../contract/state.ts';
import type { Certificate, Trust } from '../../contract/trust.ts';
import { done } from '../results/commandAnswers.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { CertificateJudgement, SeenCertificate } from '../gateway/seenCertificate.ts';
import type { ProxyRouting } from '../gateway/proxyRouting.ts';
import { createGatewayContext } from '../gateway/secureContext.ts';
import { trustedDispatcher, type TlsTrust } from '../gateway/tls.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PersistedState } from '../store/persisted.ts';
import { readAuthorityFile, type AuthorityFile } from './authorityFile.ts';
import { expiryNotice } from './expiry.ts';
import { judgeCertificate } from './judgeCertificate.ts';
import { createPins } from './pins.ts';
import { administratorDecides, notShown, nothingToForget, setByAdministrator } from './refusals.ts';
import { RenewableDispatcher } from './renewableDispatcher.ts';

/** The settings that decide what is trusted; the administrator's alone. */
const trustSettings = ['certificateAuthorityFile', 'pins', 'userTrust', 'allowExpiredCertificate', 'minimumTls'] as const;

export type TrustSettings = Pick<Settings, (typeof trustSettings)[number]>;

export interface TrustOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly persisted: PersistedState;
  /** As they are now; each change is told by `settingsChanged`. */
  settings(): TrustSettings;
  /** The content of a file; throws where it cannot be read. */
  readFile(file: string): Uint8Array;
  /** Certificate authorities that this computer trusts, PEM. */
  systemAuthorities(): readonly string[];
  /** How a gateway is reached: straight, or through a proxy, which is judged by `context`. Asked for each connection. */
  routingTo(address: GatewayAddress, context: ProxyRouting['context']): Promise<ProxyRouting>;
  onChange(): void;
  onNotice(notice: Notice): void;
}

/** A dispatcher for one gateway whose connections' certificates are judged. */
export interface OpenDispatcher {
  readonly dispatcher: Dispatcher;
  close(): void;
}

/** Which certificates are trusted, and every connection that rests on it. */
export interface TrustService {
  shown(): Trust;
  /** What connections are made with: the authorities that count now, and the oldest TLS. */
  context(): tls.SecureContext;
  /**
   * A dispatcher for one gateway. When what is trusted for that gateway changes, its connections are cut and judged again;
   * `onWithdrawn` is called when the certificate that it met last is not trusted any more.
   */
  open(address: GatewayAddress, onWithdrawn: () => void): OpenDispatcher;
  /** Trusts a certificate that the inspector was shown in full for a gateway of which none was trusted. */
  accept(authority: string, certificate: Certificate): CommandAnswer;
  /** Trusts the changed certificate that the settings page shows. */
  replace(authority: string, fingerprint: string, keepOthers: boolean): CommandAnswer;
  forget(authority: string, fingerprint: string): CommandAnswer;
  /** Where what decides over trust is another than `before`, every connection is cut and judged again. */
  settingsChanged(before: TrustSettings): void;
}

interface Opened {
  readonly dispatcher: RenewableDispatcher;
  readonly onWithdrawn: () => void;
  /** What it met last and accepted. */
  met: SeenCertificate | null;
}

export function createTrust(options: TrustOptions): TrustService {
  const { clock, log, persisted, settings } = options;
  const pins = createPins(persisted, settings);
  let authorityFile = readAuthorities();
  /** By gateway: another certificate that it showed in place of the trusted ones. */
  const changed = new Map<string, Certificate>();
  const opened = new Map<string, Set<Opened>>();
  let context: tls.SecureContext | null = null;

  function readAuthorities(): AuthorityFile {
    const file = readAuthorityFile(settings().certificateAuthorityFile, options.readFile);
    if (file.kind === 'unreadable') log.error('certificate authority file not obeyed', { why: file.why });
    return file;
  }

  function judge(authority: string, seen: SeenCertificate): CertificateJudgement {
    const trusted = {
      pins: pins.of(authority).filter((pin) => pin.counts),
      allowExpired: settings().allowExpiredCertificate,
      userMayTrust: settings().userTrust,
    };
    return judgeCertificate(seen, trusted, clock.wall());
  }

  function gatewayContext(): tls.SecureContext {
    context ??= createGatewayContext({
      authorities: [...options.systemAuthorities(), ...(authorityFile.kind === 'read' ? authorityFile.authorities : [])],
      minimumTls: settings().minimumTls,
    });
    return context;
  }

  function note(authority: string, seen: SeenCertificate, judgement: CertificateJudgement): void {
    if (judgement.kind === 'trusted') {
      const wasChanged = changed.delete(authority);
      pins.met(authority, seen.certificate, clock.wall());
      warnOfExpiry(authority, seen.certificate);
      if (wasChanged) options.onChange();
      return;
    }
    const { kind } = judgement.question;
    log.warn('certificate not trusted', { kind, verdict: seen.systemVerdict, fingerprint: seen.certificate.fingerprint });
    if (kind !== 'changed' || changed.get(authority)?.fingerprint === seen.certificate.fingerprint) return;
    changed.set(authority, seen.certificate);
    options.onChange();
  }

  function warnOfExpiry(authority: string, certificate: Certificate): void {
    const now = clock.wall();
    const { expiryToldAt } = persisted.get();
    const notice = expiryNotice(authority, certificate, expiryToldAt[authority] ?? null, now);
    if (notice === null) return;
    persisted.change({ expiryToldAt: { ...expiryToldAt, [authority]: now } });
    log.warn('certificate expires', { validTo: new Date(certificate.validTo).toISOString() });
    options.onNotice(notice);
  }

  /** What is trusted for a gateway has changed: no connection lives on that rests on what was. */
  function renew(authority: string): void {
    for (const each of opened.get(authority) ?? []) {
      each.dispatcher.renew();
      if (each.met !== null && judge(authority, each.met).kind === 'question') each.onWithdrawn();
    }
    options.onChange();
  }

  return {
    context: gatewayContext,
    shown: () => ({
      authorityFile: shownAuthorityFile(authorityFile),
      gateways: [...new Set([...pins.authorities(), ...changed.keys()])].map((gateway) => ({
        gateway,
        pins: [...pins.of(gateway)],
        changed: changed.get(gateway) ?? null,
      })),
    }),

    open: (address, onWithdrawn) => {
      const { authority } = address;
      const those = opened.get(authority) ?? new Set();
      opened.set(authority, those);
      const tlsTrust: TlsTrust = {
        get context() {
          return gatewayContext();
        },
        judge: (host, seen) => {
          const judgement = judge(host, seen);
          if (judgement.kind === 'trusted') here.met = seen;
          note(host, seen, judgement);
          return judgement;
        },
      };
      const here: Opened = {
        dispatcher: new RenewableDispatcher(() => trustedDispatcher(address, tlsTrust, () => options.routingTo(address, gatewayContext))),
        onWithdrawn,
        met: null,
      };
      those.add(here);
      return {
        dispatcher: here.dispatcher,
        close: () => {
          those.delete(here);
          void here.dispatcher.destroy();
        },
      };
    },

    accept: (authority, certificate) => {
      if (!settings().userTrust) return administratorDecides;
      // A hard stop stays one: what was trusted is replaced on the settings page only.
      if (pins.of(authority).some((pin) => pin.counts)) return notShown;
      pins.add(authority, certificate, false, clock.wall());
      log.info('certificate trusted', { fingerprint: certificate.fingerprint });
      renew(authority);
      return done;
    },

    replace: (authority, fingerprint, keepOthers) => {
      if (!settings().userTrust) return administratorDecides;
      const shown = changed.get(authority);
      // What is trusted is what was shown, not what may have been met since.
      if (shown?.fingerprint !== fingerprint) return notShown;
      changed.delete(authority);
      pins.add(authority, shown, keepOthers, clock.wall());
      log.info('certificate replaced', { fingerprint, keepOthers });
      renew(authority);
      return done;
    },

    forget: (authority, fingerprint) => {
      if (!pins.remove(authority, fingerprint)) {
        const isAdministrators = pins.of(authority).some((pin) => pin.fingerprint === fingerprint);
        return isAdministrators ? setByAdministrator : nothingToForget;
      }
      // With none left the next one met is a first one, to be looked at on its own.
      if (pins.of(authority).length === 0) changed.delete(authority);
      log.info('certificate forgotten', { fingerprint });
      renew(authority);
      return done;
    },

    settingsChanged: (before) => {
      const now = settings();
      if (trustSettings.every((name) => isDeepStrictEqual(now[name], before[name]))) return;
      authorityFile = readAuthorities();
      context = null;
      for (const authority of opened.keys()) renew(authority);
    },
  };
}

function shownAuthorityFile(file: AuthorityFile): Trust['authorityFile'] {
  return file.kind === 'read' ? { kind: 'read', count: file.authorities.length } : { kind: file.kind };
}
