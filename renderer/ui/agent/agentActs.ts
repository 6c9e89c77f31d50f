/** What can be done to an agent; the same functions for every row. */
export interface AgentActs {
  readonly listen: (workNo: string) => void;
  readonly stop: () => void;
  readonly star: (workNo: string) => void;
}

/** Whether the listen under way is about this agent, and whether it is being stopped. */
export type ListenMark = 'no' | 'yes' | 'stopping';
