import type { Certificate, CertificateOptions } from './certificate.ts';
import type { Clock } from './clock.ts';
import type { ApiEdition } from './apiEdition.ts';
import type { RequestRecord } from './http/requestRecord.ts';
import type { HabitsOf } from './habits/habits.ts';
import type { InspectionRules } from './inspection/inspectionRules.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { InspectorAccount } from './session/account.ts';
import type { AuthMode } from './session/guids.ts';
import type { PhoneRange } from './session/signIn.ts';
import type { Timings } from './timings.ts';

/** How many queries an agent may make in `timings.queryWindow`; documented: 5 in 2 s. */
export interface QueryLimitOption {
  readonly requests: number;
}

/** What a simulator can be asked for; everything has a default. */
export interface SimulatorOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Agents of the centre, 20001 upwards; 200. */
  readonly agents?: number;
  /** Further skills of the VDN, beside its groups', of which nobody is and for which nobody calls; none. */
  readonly furtherSkills?: number;
  /** 2, the gateway's own default. */
  readonly authMode?: AuthMode;
  /** The same seed gives the same agents and the same day; 1. */
  readonly seed?: number;
  readonly clock?: Clock;
  readonly timings?: Partial<Timings>;
  /** What the inspectors' phones do until `setPhone`; picks up after 2 s. */
  readonly phone?: PhoneBehaviour;
  /** 291 and 292 unless told otherwise. */
  readonly inspectors?: readonly InspectorAccount[];
  /** How to make a new certificate, or one made before (another simulator's `certificate`). */
  readonly certificate?: CertificateOptions | Certificate;
  /** `living` (default): agents change state by themselves; `still`: only when told to. */
  readonly centre?: 'living' | 'still';
  /** The time of the living centre's day at its start, `13:00` unless told otherwise: most shifts are on. */
  readonly timeOfDay?: string;
  /**
   * Lets the living centre's day pass as fast as it takes for so many changes of state a second, on average; left out,
   * it passes as the clock does.
   */
  readonly changesPerSecond?: number;
  readonly rules?: Partial<InspectionRules>;
  readonly apiEdition?: Partial<ApiEdition>;
  /** What it does wrong again and again, with everyone or with one inspector; nothing by default. */
  readonly habits?: readonly HabitsOf[];
  /** A load balancer before it that keeps a session on its node by a cookie; none by default. */
  readonly loadBalancer?: boolean;
  /** `off` admits everything. */
  readonly queryLimit?: QueryLimitOption | 'off';
  /** Phone numbers outside get 100-014; none by default. */
  readonly phoneRange?: PhoneRange;
  /** Told of errors of the simulator's own making, whose request gets no answer; written to stderr by default. */
  readonly onDefect?: (error: unknown) => void;
  /** One line for each request that is over. */
  readonly log?: (line: string, record: RequestRecord) => void;
}
