import type { CommandInput } from '../../contract/commands.ts';

/** Which agents a page shows and cares for (contract/commands.ts, `watchAgents`). */
export type Attention = CommandInput<'watchAgents'>;

export const noAttention: Attention = { selected: null, inView: [], favourites: [] };
