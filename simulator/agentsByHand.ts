import type { Agent, SkillGroup } from './centre/agent.ts';
import { numbersOf, stateOfNumbers } from './centre/agentState.ts';
import type { Centre } from './centre/centre.ts';
import type { LivingCentre } from './centre/livingCentre.ts';
import { addedGroup, allGroups } from './centre/skillGroups.ts';
import type { ClockScope } from './clockScope.ts';
import type { Inspections } from './inspection/inspections.ts';
import type { Sessions } from './session/sessions.ts';
import type { AgentChange, AgentTruth } from './truth.ts';

export interface AgentsByHandOptions {
  readonly clock: ClockScope;
  readonly centre: Centre;
  readonly living: LivingCentre;
  readonly sessions: Sessions;
  readonly inspections: Inspections;
}

/** Adds, changes and removes agents by hand, and tells the truth about them. What cannot be done throws. */
export class AgentsByHand {
  readonly #here: AgentsByHandOptions;

  constructor(options: AgentsByHandOptions) {
    this.#here = options;
  }

  add(agent: AgentChange & { readonly workNo: string }): void {
    const now = this.#here.clock.now();
    const { workNo, name } = agent;
    this.#here.centre.add({
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
    this.change(workNo, agent);
  }

  change(workNo: string, change: AgentChange): void {
    const { centre, living, sessions, clock } = this.#here;
    const { name, group, status, ctiStatus } = change;
    const agent = centre.existing(workNo);
    living.hold(workNo);
    const saysNumbers = status !== undefined || ctiStatus !== undefined;
    const named = stateOfNumbers(numberIn(status), numberIn(ctiStatus));
    const state = change.state ?? named;
    if (state === 'signedOut' && sessions.of(workNo) !== undefined) throw new Error(`End the session of ${workNo} with endSession`);
    if (state !== undefined) centre.enter(workNo, state, clock.now());
    const verbatim = {
      ...(status === undefined ? {} : { status }),
      ...(ctiStatus === undefined ? {} : { ctiStatus }),
    };
    centre.describe(workNo, {
      ...(name === undefined ? {} : { name }),
      ...(group === undefined ? {} : { group: groupNamed(group, agent.group) }),
      ...(named !== undefined ? { verbatim: {} } : saysNumbers ? { verbatim } : {}),
    });
  }

  remove(workNo: string): void {
    const { centre, living, sessions, clock } = this.#here;
    centre.existing(workNo);
    living.hold(workNo);
    const session = sessions.of(workNo);
    if (session !== undefined) sessions.end(session, 'byGateway');
    centre.enter(workNo, 'signedOut', clock.now());
    centre.remove(workNo);
  }

  truthOf(agent: Agent): AgentTruth {
    const { status, ctiStatus } = { ...numbersOf(agent.state), ...agent.verbatim };
    const listenedBy = this.#here.inspections.inspectorsOf(agent.workNo);
    const { workNo, name, state, since } = agent;
    return { workNo, name, group: agent.group.name, state, status, ctiStatus, since, listenedBy };
  }
}

/** A group of the VDN by its name; an unknown name renames the group for this agent alone. */
function groupNamed(name: string, present: SkillGroup): SkillGroup {
  return allGroups.find((group) => group.name === name) ?? { ...present, name };
}

function numberIn(value: string | number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
