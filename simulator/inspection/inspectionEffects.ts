import type { InspectedMedia } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import { noteStep } from '../journal/noteStep.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { InspectionEffects } from './inspection.ts';

export interface InspectionEffectsOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** What an inspection does to the call centre around it; `onEnded`: it is over. */
export function inspectionEffects(
  { centre, sessions, clock, journal }: InspectionEffectsOptions,
  session: Session,
  workNo: string,
  media: InspectedMedia,
  onEnded: () => void,
): InspectionEffects {
  return {
    tellInspector: (happened) => {
      session.tell(happened);
    },
    tellAgent: (happened) => {
      sessions.of(workNo)?.tell(happened);
    },
    inspectorEnters: (state) => {
      centre.enter(session.agentId, state, clock.now());
    },
    stepped: (step, before, why) => {
      // A chat is read: it makes no phone ring, and nobody is heard.
      if (media === 'voice') noteStep(journal, session.agentId, workNo, { step, before, why });
    },
    ended: onEnded,
  };
}
