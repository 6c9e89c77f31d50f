import type { AgentState } from '../../contract/agentState.ts';
import type { Notice } from '../../contract/state.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { ForceService } from '../inspection/forces.ts';
import type { ModeService } from '../inspection/modes.ts';
import type { ListenService } from '../listen/listen.ts';
import { movedTo, pollsCut, shortPolling } from '../pageNotices/sessionNotices.ts';
import type { QueuesService } from '../queues/queues.ts';
import type { RosterService } from '../roster/roster.ts';
import type { SessionService } from '../session/session.ts';
import type { SessionOptions } from '../session/sessionOptions.ts';
import type { SavedListen } from '../store/persisted.ts';

/** What the session has to tell the other modules. */
export type SessionNews =
  | { readonly kind: 'event'; readonly event: GatewayEvent }
  | { readonly kind: 'ownState'; readonly state: AgentState }
  | { readonly kind: 'lost' | 'regained' | 'shortPolling' | 'pollsCut' | 'end' }
  /** The session goes on at another gateway address (host:port). */
  | { readonly kind: 'moved'; readonly gateway: string }
  /** A session began; `listen` is what an earlier run had under way in it. */
  | { readonly kind: 'live'; readonly listen: SavedListen | null };

type NewsCalls = Pick<
  SessionOptions,
  'onEvent' | 'onOwnState' | 'onLost' | 'onRegained' | 'onShortPolling' | 'onPollsCut' | 'onMoved' | 'onLive' | 'onEnd'
>;

/** The session's calls, each as a piece of news. */
export function newsCalls(tell: (news: SessionNews) => void): NewsCalls {
  return {
    onEvent: (event) => {
      tell({ kind: 'event', event });
    },
    onOwnState: (state) => {
      tell({ kind: 'ownState', state });
    },
    onLost: () => {
      tell({ kind: 'lost' });
    },
    onRegained: () => {
      tell({ kind: 'regained' });
    },
    onShortPolling: () => {
      tell({ kind: 'shortPolling' });
    },
    onPollsCut: () => {
      tell({ kind: 'pollsCut' });
    },
    onMoved: (gateway) => {
      tell({ kind: 'moved', gateway });
    },
    onLive: (listen) => {
      tell({ kind: 'live', listen });
    },
    onEnd: () => {
      tell({ kind: 'end' });
    },
  };
}

export interface SessionNewsOptions {
  readonly session: SessionService;
  readonly listen: ListenService;
  readonly modes: ModeService;
  readonly forces: ForceService;
  readonly roster: RosterService;
  readonly queues: QueuesService;
  readonly alerts: Alerts;
  /** What they change by one event is told once. */
  together(action: () => void): void;
  notify(notice: Notice): void;
}

/** Gives each piece of the session's news to the modules that it concerns. */
export function tellModules(
  news: SessionNews,
  { session, listen, modes, forces, roster, queues, alerts, together, notify }: SessionNewsOptions,
): void {
  switch (news.kind) {
    case 'event':
      together(() => {
        listen.onEvent(news.event);
        roster.onEvent(news.event);
        alerts.onEvent(news.event);
      });
      return;
    case 'ownState':
      listen.onLook({ own: news.state, stateOf: () => null });
      return;
    case 'lost':
      listen.onLost();
      return;
    case 'regained':
      listen.onRegained();
      roster.refresh();
      return;
    case 'shortPolling':
      notify(shortPolling);
      return;
    case 'pollsCut':
      notify(pollsCut);
      return;
    case 'moved':
      notify(movedTo(news.gateway));
      return;
    case 'live': {
      // Who signs in again may still be in the call of the session that was lost.
      const underWay = news.listen ?? listen.lostWithSession(agentIdOf(session));
      listen.dismiss();
      if (underWay !== null) {
        modes.takesUp(underWay.workNo);
        listen.takeUp(underWay);
      }
      const live = session.live();
      if (live === null) return;
      roster.start(live.link);
      queues.start(live.link);
      return;
    }
    case 'end':
      alerts.onSessionEnd();
      listen.onSessionEnd(agentIdOf(session));
      modes.onSessionEnd();
      forces.onSessionEnd();
      roster.stop();
      queues.stop();
      return;
  }
}

function agentIdOf(session: SessionService): string | null {
  const now = session.state();
  return now.kind === 'signedIn' ? now.agentId : null;
}
