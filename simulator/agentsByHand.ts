import type { Agent, SkillGroup } from './centre/agent.ts';
import { numbersOf, stateOfNumbers } from './centre/agentState.ts';
import type { Centre } from './centre/centre.ts';
import type { LivingCentre } from './centre/livingCentre.ts';
import { addedGroup, allGroups } from './centre/skillGroups.ts';
import type { Clock } from './clock.ts';
import type { Inspections } from './inspection/inspections.ts';
import type { Sessions } from './session/sessions.ts';
import type { AgentChange, AgentTruth } from './truth.ts';

export interface AgentsByHandOptions {
  readonly clock: Clock;
  readonly centre: Centre;
  readonly living: LivingCentre;
  readonly sessions: Sessions;
  readonly inspections: Inspections;
}

/** Adds, changes and removes agents by hand, and tells the truth about them. What cannot be done throws. */
export interface AgentsByHand {
  add(agent: AgentChange & { readonly workNo: string }): void;
  change(workNo: string, change: AgentChange): void;
  remove(workNo: string): void;
  truthOf(agent: Agent): AgentTruth;
}

/** The hands on this centre's agents. */
export function createAgentsByHand({ clock, centre, living, sessions, inspections }: AgentsByHandOptions): AgentsByHand {
  function change(workNo: string, { name, group, status, ctiStatus, state: wanted }: AgentChange): void {
    const agent = centre.existing(workNo);
    living.hold(workNo);
    const saysNumbers = status !== undefined || ctiStatus !== undefined;
    const named = stateOfNumbers(numberIn(status), numberIn(ctiStatus));
    const state = wanted ?? named;
    if (state === 'signedOut' && sessions.of(workNo) !== null) throw new Error(`End the session of ${workNo} with endSession`);
    if (state !== null) centre.enter(workNo, state, clock.now());
    const verbatim = {
      ...(status === undefined ? {} : { status }),
      ...(ctiStatus === undefined ? {} : { ctiStatus }),
    };
    centre.describe(workNo, {
      ...(name === undefined ? {} : { name }),
      ...(group === undefined ? {} : { group: groupNamed(group, agent.group) }),
      ...(named !== null ? { verbatim: {} } : saysNumbers ? { verbatim } : {}),
    });
  }

  return {
    add: (agent) => {
      const now = clock.now();
      const { workNo, name } = agent;
      centre.add({
        workNo,
        name: name ?? workNo,
        group: addedGroup,
        skills: [addedGroup],
        phoneNumber: workNo,
        mediaType: 'TTT',
        state: 'idle',
        stateReason: 0,
        since: now,
        loginDate: now,
        inspector: false,
        verbatim: {},
      });
      change(workNo, agent);
    },
    change,
    remove: (workNo) => {
      centre.existing(workNo);
      living.hold(workNo);
      const session = sessions.of(workNo);
      if (session !== null) sessions.end(session, 'byGateway');
      centre.enter(workNo, 'signedOut', clock.now());
      centre.remove(workNo);
    },
    truthOf: ({ workNo, name, group, state, since, verbatim }) => {
      const { status, ctiStatus } = { ...numbersOf(state), ...verbatim };
      return { workNo, name, group: group.name, state, status, ctiStatus, since, listenedBy: inspections.inspectorsOf(workNo) };
    },
  };
}

/** A group of the VDN by its name; an unknown name renames the group for this agent alone. */
function groupNamed(name: string, present: SkillGroup): SkillGroup {
  return allGroups.find((group) => group.name === name) ?? { ...present, name };
}

function numberIn(value: string | number | undefined): number | null {
  return value === undefined ? null : Number(value);
}
