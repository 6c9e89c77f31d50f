import type { CommandAnswer, CommandName } from '../../contract/commands.ts';
import type { Link } from '../../renderer/bridge/link.ts';
import { createListeners } from '../../contract/listeners.ts';

/** A link whose other end is the test. */
export interface ScriptedLink extends Link {
  readonly sent: readonly (readonly [CommandName, unknown])[];
  answer: CommandAnswer;
  state(payload: unknown): void;
  roster(payload: unknown): void;
  reachable(value: boolean): void;
}

export function scriptedLink(): ScriptedLink {
  const states = createListeners<unknown>();
  const rosters = createListeners<unknown>();
  const reachability = createListeners<boolean>();
  const sent: (readonly [CommandName, unknown])[] = [];
  const link: ScriptedLink = {
    sent,
    answer: { ok: true },
    command: (name, input) => {
      sent.push([name, input]);
      return Promise.resolve(link.answer);
    },
    onState: states.add,
    onRoster: rosters.add,
    onReachable: reachability.add,
    state: states.notify,
    roster: rosters.notify,
    reachable: reachability.notify,
  };
  return link;
}
