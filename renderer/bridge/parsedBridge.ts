import type { Bridge, Unsubscribe } from '../../contract/bridge.ts';
import { commandFunctions } from '../../contract/commandFunctions.ts';
import { commandShapes } from '../../contract/commands.ts';
import { rosterMessageSchema, type RosterMessage } from '../../contract/roster.ts';
import { unpacked } from '../../contract/packedRows.ts';
import { appStateSchema } from '../../contract/state.ts';
import type { Link } from './link.ts';
import { createListeners } from '../../contract/listeners.ts';
import { isPlainRowsMessage } from './rosterRowCheck.ts';

/** The bridge as this module uses it: it also tells of roster messages that could not be read. */
export interface ParsedBridge extends Bridge, Pick<Link, 'command'> {
  onRosterUnreadable(listener: () => void): Unsubscribe;
}

/** A bridge over a link: every state and roster message is parsed here, once. */
export function parseLink(link: Link): ParsedBridge {
  const rosters = createListeners<RosterMessage>();
  const unreadable = createListeners<null>();
  link.onRoster((sent) => {
    const payload = unpacked(sent);
    if (isPlainRowsMessage(payload)) {
      rosters.notify(payload);
      return;
    }
    const parsed = rosterMessageSchema.safeParse(payload);
    if (parsed.success) rosters.notify(parsed.data);
    else unreadable.notify(null);
  });

  return {
    command: (name, input) => link.command(name, input),
    ...commandFunctions(commandShapes, (name, input) => link.command(name, input)),
    onState: (listener) =>
      link.onState((payload) => {
        const parsed = appStateSchema.safeParse(payload);
        if (parsed.success) {
          listener(parsed.data);
          return;
        }
        // Paths only: a state's values may be an inspector's own.
        console.error(
          'A state could not be read',
          parsed.error.issues.map((issue) => issue.path.join('.')),
        );
      }),
    onRoster: rosters.add,
    onRosterUnreadable: unreadable.add,
    onReachable: (listener) => link.onReachable(listener),
  };
}
