import type { AgentsByHand } from './agentsByHand.ts';
import type { Call } from './call/call.ts';
import type { CallDesk } from './call/callDesk.ts';
import type { CallRouting } from './call/callRouting.ts';
import type { Centre } from './centre/centre.ts';
import type { HabitRegister } from './habits/habitRegister.ts';
import type { Habits } from './habits/habits.ts';
import type { Inspections } from './inspection/inspections.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { Phones } from './inspection/phones.ts';
import type { Sessions } from './session/sessions.ts';
import type { AgentTruth, InspectionTruth, SessionTruth, SkillQueueTruth } from './truth.ts';

export interface PresentTruthOptions {
  readonly agentsByHand: AgentsByHand;
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly inspections: Inspections;
  readonly phones: Phones;
  readonly desk: CallDesk;
  readonly routing: CallRouting;
  readonly habits: HabitRegister;
}

/** What is so at the gateway just now, whatever its clients were told. */
export interface PresentTruth {
  agents(): AgentTruth[];
  /** Throws when nobody has this number. */
  agent(workNo: string): AgentTruth;
  /** The call this agent has, rings included; an inspector's line is none. Null: they have none. */
  callOf(workNo: string): Call | null;
  /** The customers of each skill that has been called, those who wait for an agent in the order of their turn. */
  skillQueues(): SkillQueueTruth[];
  /** What this phone does at its next ring. */
  phoneOf(agentId: string): PhoneBehaviour;
  sessionOf(agentId: string): SessionTruth;
  /** The listen, insert or whisper of an inspector; null: they have none. */
  inspectionOf(inspector: string): InspectionTruth | null;
  /** The habits that this inspector meets. */
  habitsOf(agentId: string): Habits;
}

export function createPresentTruth(options: PresentTruthOptions): PresentTruth {
  const { agentsByHand, centre, sessions, inspections, phones, desk, routing, habits } = options;
  return {
    agents: () => [...centre.agents()].map((agent) => agentsByHand.truthOf(agent)),
    agent: (workNo) => agentsByHand.truthOf(centre.existing(workNo)),
    callOf: (workNo) => desk.of(workNo),
    skillQueues: () =>
      routing.queues().map(({ skill, arrived, abandoned, waiting }) => ({
        skill: skill.name,
        arrived: arrived(),
        abandoned: abandoned(),
        waiting: waiting().map(({ callId, number, calledAt }) => ({ callId, number, calledAt })),
      })),
    phoneOf: (agentId) => phones.of(agentId),
    sessionOf: (agentId) => {
      const listen = inspections.of(agentId);
      return {
        signedIn: sessions.of(agentId) !== null,
        state: centre.existing(agentId).state,
        listen: listen === null ? null : { workNo: listen.workNo, step: listen.step() },
      };
    },
    inspectionOf: (inspector) => {
      const inspection = inspections.of(inspector);
      return inspection === null ? null : { workNo: inspection.workNo, mode: inspection.mode(), step: inspection.step() };
    },
    habitsOf: (agentId) => habits.of(agentId),
  };
}
