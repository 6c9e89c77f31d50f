import type { AppState, Listen } from '../../../contract/state.ts';
import type { JournalEntry } from '../../../simulator/index.ts';
import type { Plan } from './plan.ts';

/** What Earshot shows from `at` on. */
export interface Claim {
  readonly at: number;
  readonly listen: Listen['kind'];
  /** Whom the listen is to; null where there is none. */
  readonly workNo: string | null;
  /** Whether a ring is shown, of this listen or of nobody knows what. */
  readonly ringing: boolean;
  readonly session: AppState['session']['kind'];
}

/** What a person did at the window; `taken`: Earshot did not refuse it. */
export interface Click {
  readonly at: number;
  readonly what: 'listen' | 'stop';
  readonly workNo: string | null;
  readonly taken: boolean;
}

/** One listen that was asked for, from its click to the next one's. */
export interface Asked {
  readonly at: number;
  readonly nth: number;
  readonly workNo: string;
  readonly plan: Plan;
}

/** Everything about one inspector, each part in order of time. */
export interface DeskRecord {
  readonly inspector: string;
  readonly journal: JournalEntry[];
  readonly claims: Claim[];
  readonly clicks: Click[];
  readonly asked: Asked[];
  /** When nobody listened for a while, and the gateway behaved. */
  readonly rests: { readonly from: number; readonly to: number }[];
}

/** What several inspectors did and were shown before a hostile gateway, until `end`. */
export interface HostileRun {
  readonly records: readonly DeskRecord[];
  readonly end: number;
}

export function newRecord(inspector: string): DeskRecord {
  return { inspector, journal: [], claims: [], clicks: [], asked: [], rests: [] };
}

/** Notes what is shown, when it is something else than before. */
export function noteClaim(record: DeskRecord, at: number, { listen, phoneAlert, session }: AppState): void {
  const claim: Claim = {
    at,
    listen: listen.kind,
    workNo: 'agent' in listen ? listen.agent.workNo : null,
    ringing: listen.kind === 'ringing' || phoneAlert.kind === 'ringing',
    session: session.kind,
  };
  const last = record.claims.at(-1);
  const isNews =
    last?.listen !== claim.listen || last.workNo !== claim.workNo || last.ringing !== claim.ringing || last.session !== claim.session;
  if (isNews) record.claims.push(claim);
}
