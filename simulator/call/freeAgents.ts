import type { SkillGroup } from '../centre/agent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Sessions } from '../session/sessions.ts';

export interface FreeAgentsOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  /** Whether the agent handles calls on their own. */
  livesByThemselves(workNo: string): boolean;
  /** The agent has become idle. */
  onIdle(workNo: string): void;
}

/** Who may be given a call. */
export interface FreeAgents {
  /** Idle, and either living a life of their own or with a client that has reset their skills (protocol.md 1.4). */
  isFree(workNo: string): boolean;
  /** Who of those that are free with this skill has been idle longest; null: nobody is. */
  longestIdle(skill: SkillGroup): string | null;
}

/** The agents of the centre, from those who are idle now. */
export function createFreeAgents({ centre, sessions, livesByThemselves, onIdle }: FreeAgentsOptions): FreeAgents {
  const idleNow = [...centre.agents()].filter(({ state }) => state === 'idle').sort((one, other) => one.since - other.since);
  /** Who has been idle longest comes first. */
  const idle = new Set(idleNow.map(({ workNo }) => workNo));

  centre.onChange(({ agent, from, to }) => {
    if (from === 'idle') idle.delete(agent.workNo);
    if (to !== 'idle') return;
    idle.add(agent.workNo);
    onIdle(agent.workNo);
  });

  function isFree(workNo: string): boolean {
    return idle.has(workNo) && (sessions.of(workNo)?.takesCalls ?? livesByThemselves(workNo));
  }

  return {
    isFree,
    longestIdle: (skill) => {
      for (const workNo of idle) if (hasSkill(centre, workNo, skill) && isFree(workNo)) return workNo;
      return null;
    },
  };
}

export function hasSkill(centre: Centre, workNo: string, skill: SkillGroup): boolean {
  return centre.existing(workNo).skills.some(({ id }) => id === skill.id);
}
