/**
 * Why a session ends. `ownRequest`: signed out by their client. `timedOut`: MAXTIME without a poll.
 * `kicked`: another sign-in took it over. `forcedByInspector`: an inspector's forcelogout. `byGateway`: any other end that the client did not ask for.
 */
export type EndReason = 'ownRequest' | 'timedOut' | 'kicked' | 'forcedByInspector' | 'byGateway';
