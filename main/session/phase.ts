import type { Problem } from '../../contract/problem.ts';
import type { Session } from '../../contract/state.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { Credentials } from '../gateway/onlineagent.ts';
import type { GatewayConnection } from './connection/gatewayConnection.ts';
import type { LiveSession } from './live.ts';

/** What a sign-in needs until it is through; holds the password no longer than that. */
export interface Attempt {
  readonly address: GatewayAddress;
  readonly agentId: string;
  readonly credentials: Credentials;
  /** "Keep me signed in" was chosen. */
  readonly keep: boolean;
  /** Taking over was asked for beforehand. */
  readonly takeOver: boolean;
}

/** Where sign-in and session stand. */
export type Phase =
  | { readonly kind: 'signedOut'; readonly problem: Problem | null; readonly offer?: 'takeOver' }
  | {
      readonly kind: 'resuming';
      readonly agentId: string;
      readonly address: GatewayAddress;
      readonly problem: Problem | null;
      /** When the next try goes out; null: one is under way. */
      readonly nextAttempt: number | null;
    }
  | { readonly kind: 'signingIn'; readonly agentId: string; readonly address: GatewayAddress }
  | { readonly kind: 'certificate'; readonly attempt: Attempt; readonly question: CertificateQuestion }
  | { readonly kind: 'takeOver'; readonly attempt: Attempt; readonly problem: Problem }
  | { readonly kind: 'signedIn'; readonly live: LiveSession; readonly connection: GatewayConnection }
  | { readonly kind: 'signingOut'; readonly agentId: string; readonly address: GatewayAddress };

/** The one place where the phase stands; each change of it is told. */
export interface Standing {
  phase(): Phase;
  enter(next: Phase): void;
}

/** What the interface is told of it: no password, no Guid. */
export function shownSession(phase: Phase): Session {
  switch (phase.kind) {
    case 'signedOut':
      return { kind: 'signedOut', problem: phase.problem, ...(phase.offer === undefined ? {} : { offer: phase.offer }) };
    case 'resuming': {
      const { agentId, address, problem, nextAttempt } = phase;
      return { kind: 'resuming', agentId, gateway: address.authority, problem, nextAttempt };
    }
    case 'signingIn':
    case 'signingOut':
      return { kind: phase.kind, agentId: phase.agentId, gateway: phase.address.authority };
    case 'certificate':
      return { kind: 'certificate', gateway: phase.attempt.address.authority, question: phase.question };
    case 'takeOver':
      return { kind: 'takeOver', agentId: phase.attempt.agentId, gateway: phase.attempt.address.authority, problem: phase.problem };
    case 'signedIn':
      return {
        kind: 'signedIn',
        agentId: phase.live.link.agentId,
        gateway: phase.connection.endpoints.present().authority,
        connection: phase.live.connection(),
        ownState: phase.live.ownState(),
      };
  }
}
