import { isInCall } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import { Listen } from './listen.ts';
import type { ListenEffects } from './listen.ts';
import type { PhoneBehaviour } from './phone.ts';

/** Points on which gateways differ or the documents are silent. */
export interface InspectionRules {
  /** The CTI option "Support QC on QC Inspectors" (ccgateway.md 3); without it 900-002. */
  readonly inspectInspectors: boolean;
  /** Whether an agent without a call may be listened to; the two documents differ (3.1, 9). Otherwise 900-005. */
  readonly listenToIdle: boolean;
  /** Whether the end of the customer's call ends the listen (3.1, 8). */
  readonly endsWithCall: boolean;
}

/** What the API pages say, and where they are silent, what ccgateway.md expects. */
export const defaultRules: InspectionRules = { inspectInspectors: false, listenToIdle: true, endsWithCall: true };

export interface InspectionSurroundings {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly rules: InspectionRules;
  readonly phone: PhoneBehaviour;
}

/** The listens that are going on, at most one per inspector. */
export class Inspections {
  readonly #here: InspectionSurroundings;
  readonly #listens = new Map<string, Listen>();
  readonly #phones = new Map<string, PhoneBehaviour>();

  constructor(surroundings: InspectionSurroundings) {
    this.#here = surroundings;
    surroundings.centre.onChange((change) => {
      this.#agentChanged(change);
    });
    surroundings.sessions.onEnd((session) => {
      this.#listens.get(session.agentId)?.inspectorLeft();
    });
  }

  /** What this inspector's phone does from his next listen on. */
  setPhone(agentId: string, behaviour: PhoneBehaviour): void {
    this.#phones.set(agentId, behaviour);
  }

  of(inspector: string): Listen | undefined {
    return this.#listens.get(inspector);
  }

  /** The listen of this inspector; throws when he has none. */
  existing(inspector: string): Listen {
    const listen = this.of(inspector);
    if (listen === undefined) throw new RangeError(`Agent ${inspector} has no listen`);
    return listen;
  }

  inspectorsOf(workNo: string): string[] {
    return [...this.#listens.values()].filter((listen) => listen.workNo === workNo).map((listen) => listen.inspector);
  }

  /** addSupervise: accepted (0) means that the phone will be called, nothing more. */
  listen(session: Session, workNo: string): Retcode {
    const { clock, timings } = this.#here;
    const obstacle = this.#obstacle(session, workNo);
    if (obstacle !== undefined) return obstacle;
    const behaviour = this.#phoneOf(session);
    if (behaviour.kind === 'unplugged') return retcode.qcResourceUnavailable;
    const phone = session.releasePhone ? behaviour : ({ kind: 'longCall' } as const);
    const effects = this.#effectsFor(session, workNo);
    const listen = new Listen({ inspector: session.agentId, workNo, phone, clock, timings, effects });
    this.#listens.set(session.agentId, listen);
    listen.start();
    return retcode.success;
  }

  /** stopSuperviseOrInsert: its page lists no 900-005, so a stop without its listen gets 900-003. */
  stop(session: Session, workNo: string): Retcode {
    if (!session.account.inspectionRight) return retcode.noQcRight;
    const listen = this.of(session.agentId);
    if (listen?.workNo !== workNo) return retcode.qcResourceUnavailable;
    listen.end('stopped');
    return retcode.success;
  }

  /** The inspector puts his phone down, or rejects the ring. */
  hangUp(inspector: string): void {
    const listen = this.existing(inspector);
    switch (listen.step) {
      case 'ringing':
        listen.end('declined');
        return;
      case 'listening':
        listen.end('hungUp');
        return;
      case 'accepted':
      case 'callingPhone':
      case 'ended':
        throw new Error(`The phone of ${inspector} neither rings nor is off-hook: ${listen.step}`);
    }
  }

  #obstacle(session: Session, workNo: string): Retcode | undefined {
    const { centre, rules } = this.#here;
    if (!session.account.inspectionRight) return retcode.noQcRight;
    if (workNo === session.agentId) return retcode.inspectsHimself;
    if (centre.existing(session.agentId).state !== 'idle') return retcode.qcStateError;
    const target = centre.agent(workNo);
    if (target === undefined || target.state === 'signedOut') return retcode.qcResourceUnavailable;
    if (target.inspector && !rules.inspectInspectors) return retcode.noQcRight;
    return isInCall(target.state) || rules.listenToIdle ? undefined : retcode.qcStateError;
  }

  #phoneOf(session: Session): PhoneBehaviour {
    return this.#phones.get(session.agentId) ?? this.#here.phone;
  }

  #effectsFor(session: Session, workNo: string): ListenEffects {
    const { centre, sessions, clock } = this.#here;
    return {
      tellInspector: (happening) => {
        session.tell(happening);
      },
      tellAgent: (happening) => {
        sessions.of(workNo)?.tell(happening);
      },
      inspectorEnters: (state) => {
        centre.enter(session.agentId, state, clock.now());
      },
      ended: () => {
        this.#listens.delete(session.agentId);
      },
    };
  }

  #agentChanged({ agent, from, to }: StateChange): void {
    for (const listen of [...this.#listens.values()]) {
      if (listen.workNo !== agent.workNo) continue;
      if (to === 'signedOut') listen.end('agentSignedOut');
      else if (this.#here.rules.endsWithCall && isInCall(from) && !isInCall(to)) listen.end('callEnded');
    }
  }
}
