import type { AgentState } from '../../contract/agentState.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { Certificate } from '../../contract/trust.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SecretBox } from '../ports/storage.ts';
import type { PersistedState, SavedListen } from '../store/persisted.ts';
import type { GatewayConnection } from './connection/gatewayConnection.ts';
import type { PollTimings } from './poll/pollTimings.ts';

/** What the session is given by whoever composes it. */
export interface SessionOptions {
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly upFor: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly persisted: PersistedState;
  readonly secretBox: SecretBox;
  /** Read at the start of each session, as settings change. */
  timings(): PollTimings;
  /** `onWithdrawn`: the certificate of this connection is not trusted any more. */
  openConnection(address: GatewayAddress, agentId: string, firstGuid: string | null, onWithdrawn: () => void): GatewayConnection;
  /** Trusts the certificate that the inspector was shown, if they may. */
  acceptCertificate(authority: string, certificate: Certificate): CommandAnswer;
  /** Whether the administrator allows "Keep me signed in". */
  keepSignedInAllowed(): boolean;
  /** Whether the inspector's phone is linked to the gateway, so that it can be picked up by software. */
  phoneLinkage(): boolean;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  onOwnState(state: AgentState): void;
  onLost(): void;
  onRegained(): void;
  onShortPolling(): void;
  onPollsCut(): void;
  /** The session goes on at another gateway address (host:port). */
  onMoved(gateway: string): void;
  /** A session began; `listen` is what an earlier run had under way in it. */
  onLive(listen: SavedListen | null): void;
  /** The session is over, for whatever reason. */
  onEnd(): void;
}
