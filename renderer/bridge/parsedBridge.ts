import type { Bridge, Unsubscribe } from '../../contract/bridge.ts';
import { commandFunctions } from '../../contract/commandFunctions.ts';
import { commandShapes } from '../../contract/commands.ts';
import { rosterMessageSchema, type RosterMessage } from '../../contract/roster.ts';
import { createRosterJoiner } from '../../contract/rosterParts.ts';
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
  const join = createRosterJoiner(readRosterMessage);
  link.onRoster((sent) => {
    const message = join(sent);
    if (message === null) unreadable.notify(null);
    else if (message !== 'partly') rosters.notify(message);
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

function readRosterMessage(payload: unknown): RosterMessage | null {
  return isPlainRowsMessage(payload) ? payload : (rosterMessageSchema.safeParse(payload).data ?? null);
}
