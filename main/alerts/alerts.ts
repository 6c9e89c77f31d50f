import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { ShownInspection } from '../../contract/inspection.ts';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { StandingEnd } from '../../contract/standing.ts';
import type { AppState, Listen, ListenedAgent, Notice, PhoneAlert, RosterStatus, Session } from '../../contract/state.ts';
import { done } from '../results/commandAnswers.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { RuleNotification } from '../rules/notification.ts';
import { createAlertPresenter } from './presenter.ts';
import { hasSound, type AlertSettings } from './escalation.ts';
import type { FollowEndReason } from './follow.ts';
import { followHandlers, type FollowCommand } from './followHandlers.ts';
import { createFollow, type RosterWatch } from './following.ts';
import { afterListen, afterRing, noneMissed, withoutAgent, withoutMissed } from './missed.ts';
import { phoneAfterEvent, phoneAfterListen, phoneOfListen, quiet } from './phone.ts';
import { activeAlertOf, type AlertState } from './activeAlert.ts';
import type { AlertSurfaces } from './surfaces.ts';
import { createTestAlert } from './testAlert.ts';
import type { AlertWords } from './words/en.ts';

/** What the rest of Earshot tells the alerts. */
export interface AlertFacts {
  readonly session: Session;
  readonly listen: Listen;
  /** How the inspector is in its call; null while none is under way. */
  readonly inspection: ShownInspection | null;
  readonly roster: RosterStatus;
  /** What is to be told of rules now; null: nothing. */
  readonly ruleNotification: RuleNotification | null;
  /** Whether the administrator lets inspectors follow. */
  readonly followAllowed: boolean;
}

export interface AlertsOptions {
  readonly surfaces: AlertSurfaces;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of now. */
  words(): AlertWords;
  /** A ring of which no end was ever heard is taken for over after so many milliseconds. */
  readonly ringAtMost: number;
  /** How long each surface of the test alert stays, milliseconds. */
  readonly testStays: number;
  facts(): AlertFacts;
  settings(): AlertSettings;
  subscribeToRoster(send: (message: RosterMessage) => void): RosterWatch;
  /** The agents as they are now; null: not known. */
  rows(): ReadonlyMap<string, RosterRow> | null;
  /** To whom the gateway refused a listen for lack of a right. */
  refused(): readonly string[];
  listen(workNo: string): CommandAnswer;
  nameOf(workNo: string): string;
  answerPhone(): Promise<CommandAnswer>;
  /** To be said once; a later one of the same id takes its place. */
  say(notice: Notice): void;
  onChange(): void;
}

type AlertCommand = FollowCommand | 'answerPhone' | 'dismissMissed' | 'testAlert' | 'watchAlertTimes' | 'alertShown';

/** What the alerts add to the application's state. */
export type AlertsShown = Pick<AppState, 'phoneAlert' | 'pageAlert' | 'missedRings' | 'follow' | 'testAlert' | 'alertTimes'>;

export interface Alerts {
  shown(): AlertsShown;
  /** Whether a phone rings, or a followed agent's call is told of. */
  underWay(): boolean;
  /** Brings every surface up to date; call with each change of the rest. */
  update(): void;
  onEvent(event: GatewayEvent): void;
  /** Call before the roster forgets its rows. */
  onSessionEnd(): void;
  /** The inspector asked for a listen, and it was taken up. */
  onListenAsked(workNo: string): void;
  /** Whether a listen to this agent that begins now is a standing listen's. */
  standsBehind(workNo: string): boolean;
  readonly handlers: { readonly [Name in AlertCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> };
}

export function createAlerts(options: AlertsOptions): Alerts {
  const { clock, log } = options;
  let phone: PhoneAlert = quiet;
  /** When the last ring began that the listen told of. */
  let toldRing: number | null = null;
  let missed = noneMissed;
  let timesWatched = false;
  let cancelRingEnd = (): void => undefined;
  /** Whose missed rings these are. */
  let inspector: string | null = null;
  /** What changes during an update is shown at its end. */
  let updating = false;

  function changed(): void {
    if (!updating) options.onChange();
  }

  const follow = createFollow({
    clock,
    log,
    mode: () => options.settings().followMode,
    subscribeToRoster: options.subscribeToRoster,
    rows: options.rows,
    refused: options.refused,
    listen: (agent) => options.listen(agent.workNo),
    say: sayFollowEnded,
    sayEnd: sayStandingEnded,
    onChange: changed,
  });
  const test = createTestAlert({
    clock,
    log,
    stays: options.testStays,
    hasSound: () => hasSound(options.settings()),
    quiet: () => presenter.quiet(),
    onChange: changed,
  });
  const presenter = createAlertPresenter({
    surfaces: options.surfaces,
    clock,
    log,
    words: options.words,
    settings: options.settings,
    onChange: changed,
    onAttempt: test.onAttempt,
  });

  function sayFollowEnded(why: FollowEndReason, agent: ListenedAgent): void {
    options.say({ id: 'follow-ended', kind: 'followEnded', why, agent });
  }

  function sayStandingEnded(why: StandingEnd, listens: number): void {
    options.say({ id: 'standing-ended', kind: 'standingEnded', why, listens });
  }

  function setPhone(next: PhoneAlert, event: GatewayEvent | null): void {
    if (next === phone) return;
    cancelRingEnd();
    if (phone.kind === 'ringing') missed = afterRing(missed, phone, event);
    phone = next;
    if (next.kind === 'ringing') {
      cancelRingEnd = clock.after(options.ringAtMost, () => {
        setPhone(quiet, null);
        changed();
      });
    }
  }

  function alertState({ session, listen, inspection, ruleNotification: telling }: AlertFacts): AlertState {
    return {
      session,
      listen,
      inspection,
      ruleNotification: telling,
      phone,
      follow: follow.shown(),
      missed: missed.rings.length,
      testing: test.testing(),
    };
  }

  function update(): void {
    if (updating) return;
    updating = true;
    try {
      const { session, listen, roster, followAllowed } = options.facts();
      if (session.kind === 'signedIn' && session.agentId !== inspector) {
        inspector = session.agentId;
        missed = noneMissed;
      }
      setPhone(phoneOfListen(phoneAfterListen(phone, listen), listen, toldRing), null);
      if (listen.kind === 'ringing') toldRing = listen.since;
      missed = afterListen(missed, listen);
      follow.watch(session, roster, listen, followAllowed);
      // Read again: a followed agent's listen may have begun just now.
      const state = alertState(options.facts());
      test.watch(activeAlertOf(state));
      presenter.show(alertState(options.facts()));
    } finally {
      updating = false;
    }
  }

  return {
    shown: () => ({
      phoneAlert: phone,
      pageAlert: presenter.pageAlert(),
      missedRings: missed.rings,
      follow: follow.shown(),
      testAlert: test.shown(),
      alertTimes: timesWatched ? presenter.times() : null,
    }),
    underWay: () => phone.kind === 'ringing' || follow.shown().kind === 'asking' || follow.shown().kind === 'calling',
    update,
    onEvent: (event) => {
      const { listen } = options.facts();
      setPhone(phoneAfterEvent(phone, event, listen, clock.now()), event);
    },
    onSessionEnd: () => {
      follow.take({ kind: 'obstacle', obstacle: 'sessionOver' });
      setPhone(quiet, null);
    },
    onListenAsked: (workNo) => {
      missed = withoutAgent(missed, workNo);
    },
    standsBehind: follow.standsBehind,
    handlers: {
      ...followHandlers({ follow, facts: options.facts, listen: options.listen, nameOf: options.nameOf }),
      answerPhone: options.answerPhone,
      dismissMissed: ({ id }) => {
        missed = withoutMissed(missed, id);
        changed();
        return done;
      },
      testAlert: () => test.start(activeAlertOf(alertState(options.facts()))),
      watchAlertTimes: ({ visible }) => {
        timesWatched = visible;
        changed();
        return done;
      },
      alertShown: ({ id, surface, shown }) => {
        presenter.report(id, surface, shown);
        return done;
      },
    },
  };
}
