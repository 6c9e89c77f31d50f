import type { ShownInspection } from '../../contract/inspection.ts';
import type { RuleNotification } from '../rules/notification.ts';
import type { Follow, Listen, ListenedAgent, PhoneAlert, Session } from '../../contract/state.ts';
import type { SurfaceName } from './surfaces.ts';

/** A test alert under way: the one surface that is shown now. */
export interface Testing {
  readonly surface: SurfaceName;
  readonly since: number;
}

/** All that alerts depend on. */
export interface AlertState {
  readonly session: Session;
  readonly listen: Listen;
  /** How the inspector is in its call; null while none is under way. */
  readonly inspection: ShownInspection | null;
  readonly phone: PhoneAlert;
  readonly follow: Follow;
  /** What is told of rules now; null: nothing. */
  readonly ruleNotification: RuleNotification | null;
  /** How many rings were missed and not put away. */
  readonly missed: number;
  readonly testing: Testing | null;
}

/** The one thing that is alerted of. */
export type ActiveAlert =
  /** `followed`: Earshot asked for the listen by itself. */
  | { readonly kind: 'ring'; readonly agent: ListenedAgent | null; readonly since: number; readonly followed: boolean }
  | { readonly kind: 'question' | 'calling'; readonly agent: ListenedAgent; readonly since: number; readonly phase: 'talking' | 'occupied' }
  /** Rules that came on. */
  | { readonly kind: 'rules'; readonly notification: RuleNotification; readonly since: number }
  | { readonly kind: 'test'; readonly surface: SurfaceName; readonly since: number };

/** One alert at a time: a ring before a followed agent's call, that before what rules tell, and that before a test. */
export function activeAlertOf({ phone, follow, listen, ruleNotification: notification, testing }: AlertState): ActiveAlert | null {
  if (phone.kind === 'ringing') {
    const followed = follow.kind === 'calling' && follow.agent.workNo === phone.agent?.workNo;
    return { kind: 'ring', agent: phone.agent, since: phone.since, followed };
  }
  switch (follow.kind) {
    case 'asking':
      return { kind: 'question', agent: follow.agent, since: follow.since, phase: follow.phase };
    case 'calling':
      // It has rung, and rings no more.
      if (listen.kind === 'ringing') return null;
      return { kind: 'calling', agent: follow.agent, since: follow.since, phase: follow.phase };
    case 'off':
    case 'armed':
    case 'standing':
      if (notification !== null) return { kind: 'rules', notification, since: notification.since };
      return testing === null ? null : { kind: 'test', ...testing };
  }
}

/** Tells one alert from the next. */
export function activeAlertId(active: ActiveAlert): string {
  return `${active.kind}-${aboutOf(active)}-${String(active.since)}`;
}

function aboutOf(active: ActiveAlert): string {
  switch (active.kind) {
    case 'ring':
    case 'question':
    case 'calling':
      return active.agent?.workNo ?? '';
    case 'rules':
      return active.notification.isTest ? 'test' : '';
    case 'test':
      return active.surface;
  }
}
