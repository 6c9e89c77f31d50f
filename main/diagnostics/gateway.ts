import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { failed, notTried, passed, type Outcome } from './attempt.ts';

/** What came back of one request without a session; it tells of three steps. */
export interface GatewayProbe {
  /** Null: the gateway took it as a success. */
  readonly failure: Failure | null;
  /** The gateway's clock less this computer's, in milliseconds; null: it did not tell. */
  readonly behind: number | null;
}

/** A clock that is further away than this is wrong: certificates and the audit trail's times rest on it. */
const mostAhead = 60_000;

/** Whether a connection came about whose certificate is trusted. */
export function tlsOf({ failure }: GatewayProbe): Outcome {
  switch (failure?.kind) {
    case 'unreachable':
    case 'certificate':
      return failed({ kind: 'problem', problem: failureProblem(failure) });
    case 'aborted':
      return notTried('stopped');
    case undefined:
    case 'refused':
    case 'connectionLost':
    case 'timeout':
    case 'invalidResponse':
      return passed({ kind: 'trusted' });
  }
}

/** Whether it is a CC-Gateway that answers where one signs in. Nobody is signed in by it: that it refuses is its answer. */
export function signInOf({ failure }: GatewayProbe): Outcome {
  switch (failure?.kind) {
    case undefined:
      return passed({ kind: 'answered', retcode: '0' });
    case 'refused':
      return passed({ kind: 'answered', retcode: failure.retcode });
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'invalidResponse':
    case 'aborted':
      return failed({ kind: 'problem', problem: failureProblem(failure) });
  }
}

export function clockOf({ behind }: GatewayProbe): Outcome {
  if (behind === null) return notTried('noDate');
  // Nought, and not minus nought.
  const ahead = 0 - behind;
  return Math.abs(ahead) > mostAhead ? failed({ kind: 'clock', ahead }) : passed({ kind: 'clock', ahead });
}

/**
 * How far the gateway's clock is from this one, by its `Date` header: it counts whole seconds, and was written somewhere
 * between the request and its answer. Within that uncertainty there is no difference.
 */
export function clockDifference(header: string | undefined, sent: number, received: number): number | null {
  const date = header === undefined ? NaN : Date.parse(header);
  if (Number.isNaN(date)) return null;
  const earliest = date - received;
  const latest = date + 1_000 - sent;
  if (earliest <= 0 && latest >= 0) return 0;
  return earliest > 0 ? earliest : latest;
}
