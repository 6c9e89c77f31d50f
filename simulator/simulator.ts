import { createAgentsByHand } from './agentsByHand.ts';
import { createCallsByHand } from './callsByHand.ts';
import type { CallsByHand, CallsByHandOptions } from './callsByHand.ts';
import type { LivingCentre } from './centre/livingCentre.ts';
import type { Certificate } from './certificate.ts';
import type { ClockScope } from './clockScope.ts';
import { createGatewayByHand } from './gatewayByHand.ts';
import type { GatewayByHand, GatewayByHandOptions } from './gatewayByHand.ts';
import type { RequestLog, RequestWatcher } from './http/requestLog.ts';
import type { RequestRecord } from './http/requestRecord.ts';
import { host } from './http/server.ts';
import type { Journal, JournalEntry } from './journal/journal.ts';
import { createPresentTruth } from './presentTruth.ts';
import type { PresentTruth, PresentTruthOptions } from './presentTruth.ts';
import type { Account } from './session/account.ts';
import type { AgentChange } from './truth.ts';

/** What a simulator is made of. */
export interface SimulatorParts extends Omit<PresentTruthOptions, 'agentsByHand'>, CallsByHandOptions, GatewayByHandOptions {
  readonly port: number;
  readonly certificate: Certificate;
  readonly fingerprint: string;
  readonly inspectors: readonly Account[];
  readonly clock: ClockScope;
  readonly living: LivingCentre;
  readonly journal: Journal;
  readonly requests: RequestLog;
  /** Their log method names. */
  readonly interfaces: readonly string[];
  readonly closeServer: () => Promise<void>;
}

/** A running CC-Gateway, with the hands to play everyone in it. What cannot be done throws. */
export interface Simulator extends PresentTruth, CallsByHand, GatewayByHand {
  readonly url: string;
  readonly port: number;
  /** SHA-256 of the certificate, upper-case pairs with colons. */
  readonly fingerprint: string;
  /** Hand it to another simulator to be the same gateway again. */
  readonly certificate: Certificate;
  readonly inspectors: readonly Account[];
  /** The log method names of what can be asked for (addSupervise, getAgentEvent …), by name. */
  readonly interfaces: readonly string[];
  /** Every request so far, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** How many changes of an agent's state there have been. */
  readonly stateChanges: number;
  /** Tells of every request as it arrives, before it is handled, until the function returned is called. */
  onRequest(watcher: RequestWatcher): () => void;
  /** Tells what is true and what clients are told of it, entry by entry, until the function returned is called. */
  onJournal(watcher: (entry: JournalEntry) => void): () => void;
  /** Adds an agent who stays as they are; idle unless told otherwise. */
  addAgent(agent: AgentChange & { readonly workNo: string }): void;
  /** Changes an agent, who from now on changes state no more by themselves. No event tells their client, if they have one. */
  setAgent(workNo: string, change: AgentChange): void;
  /** The agent is moved to another VDN: their call and their session are over, and nobody here knows them any more. */
  removeAgent(workNo: string): void;
  /** Ends everything at once, held polls and open connections too; a second time changes nothing. */
  close(): Promise<void>;
}

export function createSimulator(parts: SimulatorParts): Simulator {
  const { port, certificate, fingerprint, inspectors, interfaces, centre, clock, sessions, journal, requests } = parts;
  const agentsByHand = createAgentsByHand(parts);
  let closed: Promise<void> | null = null;
  return {
    ...createPresentTruth({ ...parts, agentsByHand }),
    ...createCallsByHand(parts),
    ...createGatewayByHand(parts),
    url: `https://${host}:${String(port)}`,
    port,
    fingerprint,
    certificate,
    inspectors,
    interfaces,
    get requests() {
      return requests.all();
    },
    get stateChanges() {
      return centre.changes();
    },
    onRequest: (watcher) => requests.onRequest(watcher),
    onJournal: (watcher) => journal.onEntry(watcher),
    addAgent: (agent) => {
      agentsByHand.add(agent);
    },
    setAgent: (workNo, change) => {
      agentsByHand.change(workNo, change);
    },
    removeAgent: (workNo) => {
      agentsByHand.remove(workNo);
    },
    close: async () => {
      clock.close();
      sessions.close();
      closed ??= parts.closeServer();
      await closed;
    },
  };
}
