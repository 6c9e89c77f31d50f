import type { CommandInput } from '../../contract/commands.ts';

/** Which agents a page shows and cares for (contract/commands.ts, `watchAgents`). */
export type Attention = CommandInput<'watchAgents'>;

export const noAttention: Attention = { selected: null, inView: [], favourites: [] };

/** Of several pages; only one of them can have the first place, the other selected agents come right after. */
export function mergeAttention(attentions: readonly Attention[]): Attention {
  const [selected = null, ...others] = attentions.map((one) => one.selected).filter((workNo) => workNo !== null);
  return {
    selected,
    inView: [...others, ...attentions.flatMap((one) => one.inView)],
    favourites: attentions.flatMap((one) => one.favourites),
    queues: attentions.some((one) => one.queues === true),
  };
}
