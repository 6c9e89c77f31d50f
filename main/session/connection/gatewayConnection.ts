import type { Dispatcher } from 'undici';
import type { GatewayAddress } from '../../gateway/address.ts';
import { createCookies, type Cookies } from '../../gateway/cookies.ts';
import { limitedLink } from '../../gateway/limitedLink.ts';
import { createLink, type GatewayLink, type GuidKeeper } from '../../gateway/link.ts';
import type { QueryLimiter } from '../../gateway/queryLimiter.ts';
import { firstHeader } from '../../gateway/response.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createEndpoints, type GatewayEndpoints } from './endpoints.ts';
import { createGuidKeeper } from '../guid/guid.ts';
import { noteHeard } from './heard.ts';
import { watchUnheard } from '../guid/unheardAnswers.ts';

/** A connection to the gateway: it can move to another address, be made again, and be closed. */
export interface GatewayConnection {
  readonly link: GatewayLink;
  readonly guid: GuidKeeper;
  readonly endpoints: GatewayEndpoints;
  /** When the gateway last answered something other than a poll; -Infinity: never. */
  heardAt(): number;
  /** Calls back while an answer is not heard that may bring a new Guid. */
  onUnheard(listener: () => void): void;
  /** Destroys the present sockets; the next request opens new ones, to the present endpoint. */
  renewConnections(): void;
  /** Connections and cookies are gone after it. */
  close(): void;
}

/** Connections to one address; after `close` requests fail. */
export interface OpenDispatcher {
  readonly dispatcher: Dispatcher;
  close(): void;
}

export interface GatewayConnectionOptions {
  readonly address: GatewayAddress;
  readonly agentId: string;
  readonly firstGuid: string | null;
  readonly clock: Clock;
  readonly log: Log;
  backups(): readonly GatewayAddress[];
  /** One for all sessions: the gateway counts on when the same agent signs in again. */
  readonly queries: QueryLimiter;
  /** The `Date` of each answer. */
  onDate(header: string | undefined): void;
  /** Connections to an address, each judged before a byte goes out. */
  openDispatcher(address: GatewayAddress): OpenDispatcher;
}

export function openConnection(options: GatewayConnectionOptions): GatewayConnection {
  const { agentId, clock, log } = options;
  const guid = createGuidKeeper(options.firstGuid);
  const endpoints = createEndpoints(options.address, options.backups);
  /** By authority: a load balancer's cookie means nothing to another. */
  const cookies = new Map<string, Cookies>();
  let opened: OpenDispatcher | null = null;
  let closed = false;
  let tellUnheard = (): void => undefined;

  function cookiesOf({ authority }: GatewayAddress): Cookies {
    const there = cookies.get(authority) ?? createCookies();
    cookies.set(authority, there);
    return there;
  }

  function drop(): void {
    opened?.close();
    // A closed connection keeps what it destroyed, so that a late request fails instead of opening a connection.
    if (!closed) opened = null;
  }

  const plain = createLink({
    agentId,
    guid,
    clock,
    log,
    onHeaders: (headers) => {
      options.onDate(firstHeader(headers['date']));
    },
    destination: () => {
      const address = endpoints.present();
      opened ??= options.openDispatcher(address);
      return { origin: address.origin, dispatcher: opened.dispatcher, cookies: cookiesOf(address) };
    },
  });

  const heard = noteHeard(plain, clock);
  const watched = watchUnheard(heard.link, clock, () => {
    tellUnheard();
  });

  return {
    link: limitedLink(watched, options.queries),
    guid,
    endpoints,
    heardAt: heard.heardAt,
    onUnheard: (listener) => {
      tellUnheard = listener;
    },
    renewConnections: drop,
    close: () => {
      opened ??= options.openDispatcher(endpoints.present());
      closed = true;
      drop();
      cookies.clear();
    },
  };
}
