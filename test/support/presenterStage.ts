import { createAlertPresenter, type AlertPresenter } from '../../main/alerts/presenter.ts';
import type { AlertSettings } from '../../main/alerts/escalation.ts';
import type { AlertState } from '../../main/alerts/activeAlert.ts';
import type { AlertPlan, AlertSurfaces, Quiet, Shown, SurfaceName } from '../../main/alerts/surfaces.ts';
import { en } from '../../main/alerts/words/en.ts';
import { createHandClock, mondayAtEight, type HandClock } from './handClock.ts';
import { showingSurfaces } from './alerts.ts';
import { rememberingLog } from './silentLog.ts';
import { asReleased, calm } from './alertStates.ts';

/** How a surface answers: at once, after so many milliseconds, or never. */
export type Answer = Shown | { readonly after: number; readonly shown: Shown } | 'never' | 'throws';

export interface Stage {
  readonly presenter: AlertPresenter;
  /** The toast has gone with what showed it. */
  loseToast(): void;
  readonly clock: HandClock;
  readonly log: readonly string[];
  /** Every part that a surface was asked for, in order. */
  readonly asked: { readonly name: SurfaceName; readonly plan: AlertPlan[SurfaceName] }[];
  /** How often it was planned. */
  plans(): number;
  /** What was asked last of each surface: what is on the screen. */
  present(name: SurfaceName): AlertPlan[SurfaceName] | undefined;
  /** Which surfaces show an alert now. */
  alerting(): SurfaceName[];
  show(state: Partial<AlertState>): void;
  /** Lets time go by, and what is promised settle. */
  pass(milliseconds: number): Promise<void>;
}

export interface StageOptions {
  readonly answers?: { readonly [Name in SurfaceName]?: Answer };
  readonly inPage?: boolean;
  readonly settings?: Partial<AlertSettings>;
  readonly quiet?: Quiet;
}

export function stage({ answers = {}, inPage = false, settings = {}, quiet = 'unknown' }: StageOptions = {}): Stage {
  const clock = createHandClock(mondayAtEight);
  const log = rememberingLog();
  const asked: Stage['asked'] = [];
  const surface = (name: SurfaceName) => (plan: AlertPlan[SurfaceName]) => {
    asked.push({ name, plan });
    return answerOf(answers[name] ?? { kind: 'shown' }, clock);
  };
  let loseToast = (): void => undefined;
  const surfaces: AlertSurfaces = {
    ...showingSurfaces(),
    tray: surface('tray'),
    badge: surface('badge'),
    attention: surface('attention'),
    page: inPage ? 'inPage' : surface('page'),
    toast: inPage ? 'inPage' : surface('toast'),
    sound: surface('sound'),
    window: surface('window'),
    raise: surface('raise'),
    quiet: () => Promise.resolve(quiet),
    onToastLost: (listener) => {
      loseToast = listener;
    },
  };
  let shown: AlertState = calm;
  let plans = 0;
  const presenter = createAlertPresenter({
    surfaces,
    clock,
    log,
    words: () => {
      plans += 1;
      return en;
    },
    settings: () => ({ ...asReleased, ...settings }),
    onChange: () => {
      presenter.show(shown);
    },
    onAttempt: () => undefined,
  });
  const present = (name: SurfaceName): AlertPlan[SurfaceName] | undefined => asked.findLast((one) => one.name === name)?.plan;

  return {
    presenter,
    loseToast: () => {
      loseToast();
    },
    clock,
    log: log.lines,
    asked,
    plans: () => plans,
    present,
    alerting: () => (['attention', 'page', 'toast', 'sound', 'window', 'raise'] as const).filter((name) => isOn(present(name))),
    show: (state) => {
      shown = { ...calm, ...state };
      presenter.show(shown);
    },
    pass: async (milliseconds) => {
      await settled();
      for (let passed = 0; passed < milliseconds; passed += 50) {
        clock.jump(Math.min(50, milliseconds - passed));
        await settled();
      }
    },
  };
}

function isOn(plan: AlertPlan[SurfaceName] | undefined): boolean {
  return plan !== undefined && plan !== null && plan !== false;
}

function answerOf(answer: Answer, clock: HandClock): Promise<Shown> {
  if (answer === 'throws') throw new Error('a surface that breaks its promise');
  if (answer === 'never') return new Promise(() => undefined);
  if ('kind' in answer) return Promise.resolve(answer);
  return new Promise((resolve) => {
    clock.after(answer.after, () => {
      resolve(answer.shown);
    });
  });
}

/** Everything that is due settles; no time passes. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
