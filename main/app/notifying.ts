import type { CommandAnswer } from '../../contract/commands.ts';
import type { Notice } from '../../contract/notice.ts';
import { isUnderWay } from '../../contract/state.ts';
import { createAlerts, type Alerts } from '../alerts/alerts.ts';
import { testedSurfaceStays } from '../alerts/testAlert.ts';
import { alertWords } from '../alerts/words/words.ts';
import type { QueuesService } from '../queues/queues.ts';
import type { RosterService } from '../roster/roster.ts';
import { createRules, type RulesService } from '../rules/rules.ts';
import { createRuleNotifications } from '../rules/notification.ts';
import type { SessionService } from '../session/session.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';
import type { Listening } from './listening.ts';
import type { Preferences } from './preferences.ts';

/** A ring of which no end was ever heard is taken for over after this long. */
const ringAtMost = 60_000;

export interface NotifyingOptions {
  readonly host: Pick<Host, 'clock' | 'log' | 'surfaces'>;
  readonly timings: InspectorOptions['timings'];
  readonly preferences: Preferences;
  readonly session: SessionService;
  readonly roster: RosterService;
  readonly queues: QueuesService;
  readonly listening: Pick<Listening, 'listen' | 'modes'>;
  startListen(workNo: string): CommandAnswer;
  answerPhone(): Promise<CommandAnswer>;
  /** To be said once; a later one of the same id takes its place. */
  say(notice: Notice): void;
  onChange(): void;
}

/** What Earshot tells of itself: rings and followed calls, and the rules that came on. */
export interface Notifying {
  readonly alerts: Alerts;
  readonly rules: RulesService;
}

export function createNotifying(options: NotifyingOptions): Notifying {
  const { timings, session, roster, queues, onChange } = options;
  const { clock, log, surfaces } = options.host;
  const { persisted, settings, language } = options.preferences;
  const { listen, modes } = options.listening;
  const notifications = createRuleNotifications();

  const alerts = createAlerts({
    surfaces,
    clock,
    log,
    words: () => alertWords[language.get()],
    ringAtMost: timings?.ringAtMost ?? ringAtMost,
    testStays: timings?.testStays ?? testedSurfaceStays,
    facts: () => ({
      session: session.state(),
      listen: listen.shown(),
      inspection: modes.shown(),
      roster: roster.status(),
      ruleNotification: notifications.now(),
      followAllowed: settings.get().followAllowed && settings.get().listenAllowed,
    }),
    settings: settings.get,
    subscribeToRoster: (send) => roster.subscribe(send),
    rows: roster.rows,
    refused: () => modes.noRight().listen,
    listen: options.startListen,
    nameOf: roster.nameOf,
    answerPhone: options.answerPhone,
    say: options.say,
    onChange,
  });
  const rules = createRules({
    clock,
    facts: () => ({
      rules: settings.get().rules,
      session: session.state(),
      roster: roster.status(),
      agentsUntil: roster.freshUntil(),
      agentsInView: roster.isInView(),
      queues: queues.shown(),
      queuesInView: roster.areQueuesInView(),
      favourites: persisted.get().rosterView.favourites,
      busy: isUnderWay(listen.shown()) ? 'listen' : alerts.underWay() ? 'alert' : null,
    }),
    subscribeToRoster: (send) => roster.subscribe(send, 'behind'),
    queues: queues.all,
    nameOf: roster.nameOf,
    notifications,
    onQueuesWanted: queues.watchForRules,
    onChange,
  });
  return { alerts, rules };
}
