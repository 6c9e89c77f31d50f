import { createListeners } from '../../contract/listeners.ts';
import type { Notice } from '../../contract/notice.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import { createGatewayDate, type GatewayDate } from '../gateway/gatewayDate.ts';
import { proxyRoutesTo } from '../gateway/proxyRoute.ts';
import { createBadProxies, type ProxyRouting } from '../gateway/proxyRouting.ts';
import { createQueryLimiter, queryWindow } from '../gateway/queryLimiter.ts';
import { createNetworkCare, type NetworkCare } from '../session/contact/networkCare.ts';
import { pollTimings } from '../session/poll/pollTimings.ts';
import { createSession, type SessionService } from '../session/session.ts';
import type { PersistedState } from '../store/persisted.ts';
import type { SettingsService } from '../settings/settings.ts';
import { createTrust, type TrustService } from '../trust/trust.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';
import { createConnectionOpener } from './connectionOpener.ts';
import { newsCalls, type SessionNews } from './sessionNews.ts';

export interface ConnectionOptions {
  readonly host: Host;
  readonly timings: InspectorOptions['timings'];
  readonly persisted: PersistedState;
  readonly settings: SettingsService;
  onDateAgreed(): void;
  onNews(news: SessionNews): void;
  onNotice(notice: Notice): void;
  onChange(): void;
}

/** The connection to the gateway: whom to trust, the session that goes over it, and what day it is at the other end. */
export interface Connection {
  readonly trust: TrustService;
  readonly session: SessionService;
  readonly network: NetworkCare;
  readonly gatewayDate: GatewayDate;
  /** How a gateway is reached: straight, or through proxies. */
  routingTo(address: GatewayAddress): Promise<ProxyRouting>;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { host, timings, persisted, settings, onChange } = options;
  const { clock, log } = host;
  const gatewayDate = createGatewayDate(clock, options.onDateAgreed);
  const badProxies = createBadProxies(clock);
  const routingTo = async ({ origin }: GatewayAddress, context: ProxyRouting['context']): Promise<ProxyRouting> =>
    badProxies.sort(await proxyRoutesTo(origin, settings.get(), (url) => host.systemProxy(url)), context);

  const trust = createTrust({
    clock,
    log,
    persisted,
    settings: settings.get,
    readFile: host.readFile,
    systemAuthorities: host.systemAuthorities,
    routingTo,
    onChange,
    onNotice: options.onNotice,
  });

  const dates = createListeners<string | undefined>();
  const session = createSession({
    clock,
    monotonic: host.monotonic,
    upFor: host.upFor,
    random: host.random,
    log,
    persisted,
    acceptCertificate: (authority, certificate) => trust.accept(authority, certificate),
    secretBox: host.secretBox,
    timings: () => ({ ...pollTimings, gapAfterEvent: settings.get().pollGap, ...timings?.poll }),
    openConnection: createConnectionOpener({
      clock,
      log,
      persisted,
      settings,
      trust,
      queries: createQueryLimiter(clock, timings?.queryWindow ?? queryWindow),
      onDate: dates.notify,
    }),
    keepSignedInAllowed: () => settings.get().keepSignedInAllowed,
    phoneLinkage: () => settings.get().phoneLinkage,
    onChange,
    ...newsCalls(options.onNews),
  });
  // Before the sign-in worked, it may be anybody's date.
  dates.add((header) => {
    if (session.live() !== null) gatewayDate.heard(header);
  });

  const network = createNetworkCare(host.onNetworkChange, () => {
    log.info('network changed');
    badProxies.forget();
    session.tryNow();
  });
  return { trust, session, network, gatewayDate, routingTo: (address) => routingTo(address, trust.context) };
}
