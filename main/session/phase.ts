import type { Problem } from '../../contract/problem.ts';
import type { Session } from '../../contract/state.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { GatewayLink, GuidKeeper } from '../gateway/link.ts';
import type { Credentials } from '../gateway/onlineagent.ts';
import type { LiveSession } from './live.ts';

/** What a sign-in needs until it is through; holds the password no longer than that. */
export interface Attempt {
  readonly address: GatewayAddress;
  readonly agentId: string;
  readonly credentials: Credentials;
}

/** A way to the gateway that can be taken down. */
export interface Line {
  readonly link: GatewayLink;
  readonly guid: GuidKeeper;
  close(): void;
}

/** Where sign-in and session stand. */
export type Phase =
  | { readonly kind: 'signedOut'; readonly problem: Problem | null }
  | { readonly kind: 'resuming'; readonly agentId: string; readonly address: GatewayAddress }
  | { readonly kind: 'signingIn'; readonly attempt: Attempt }
  | { readonly kind: 'certificate'; readonly attempt: Attempt; readonly question: CertificateQuestion }
  | { readonly kind: 'takeOver'; readonly attempt: Attempt; readonly problem: Problem }
  | { readonly kind: 'signedIn'; readonly live: LiveSession; readonly line: Line }
  | { readonly kind: 'signingOut'; readonly agentId: string; readonly address: GatewayAddress };

/** What the interface is told of it: no password, no Guid. */
export function shownSession(phase: Phase): Session {
  switch (phase.kind) {
    case 'signedOut':
      return { kind: 'signedOut', problem: phase.problem };
    case 'resuming':
    case 'signingOut':
      return { kind: phase.kind, agentId: phase.agentId, gateway: phase.address.authority };
    case 'signingIn':
      return { kind: 'signingIn', agentId: phase.attempt.agentId, gateway: phase.attempt.address.authority };
    case 'certificate':
      return { kind: 'certificate', gateway: phase.attempt.address.authority, question: phase.question };
    case 'takeOver':
      return { kind: 'takeOver', agentId: phase.attempt.agentId, gateway: phase.attempt.address.authority, problem: phase.problem };
    case 'signedIn':
      return {
        kind: 'signedIn',
        agentId: phase.live.link.agentId,
        gateway: phase.live.link.address.authority,
        connection: phase.live.connection(),
        ownState: phase.live.ownState(),
      };
  }
}
