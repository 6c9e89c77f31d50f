import { commands, type CommandAnswer, type CommandName } from '../../contract/commands.ts';
import type { RosterTransport } from '../../contract/packedRows.ts';
import type { AppState } from '../../contract/state.ts';
import { refuse } from '../results/commandAnswers.ts';
import type { Inspector } from './inspector.ts';
import { createRosterSender } from './rosterSender.ts';
import { ownProblem } from '../results/ownProblem.ts';

/** Where a host sends what one renderer shall get. */
export interface PageSink {
  state(state: AppState): void;
  /** Many rows come in parts, others having their turn in between. */
  roster(message: RosterTransport): void;
}

/** One renderer, attached. */
export interface PageConnection {
  /** Parses the payload by the command's schema and carries it out; a payload that does not fit is refused. Never rejects. */
  command(name: CommandName, payload: unknown): Promise<CommandAnswer>;
  /** What the host knows of the page's window; a roster that the page asks for is not fetched while nobody can see it. */
  inView(inView: boolean): void;
  close(): void;
}

/** Attaches a renderer: `sink.state` is called with the present state at once and then with each later one. */
export function connectPage(inspector: Inspector, sink: PageSink): PageConnection {
  const stopState = inspector.onState((state) => {
    sink.state(state);
  });
  const sender = createRosterSender((part) => {
    sink.roster(part);
  });
  const subscription = inspector.subscribeToRoster(sender.send);
  sink.state(inspector.state());
  let wanted = false;
  let seen = true;

  function watch(): void {
    // It starts over with a snapshot.
    sender.drop();
    subscription.watch(wanted && seen);
  }

  return {
    command: async (name, payload) => {
      const parsed = commands[name].safeParse(payload);
      if (!parsed.success) return notUnderstood;
      switch (name) {
        case 'watchRoster':
          wanted = commands.watchRoster.parse(parsed.data).visible;
          watch();
          return { ok: true };
        case 'watchAgents':
          subscription.watchAgents(commands.watchAgents.parse(parsed.data));
          return { ok: true };
        default:
          // The schema of `name` parsed it; TypeScript cannot follow the index through the union.
          return inspector.command(name, parsed.data as never);
      }
    },
    inView: (inView) => {
      if (seen === inView) return;
      seen = inView;
      if (wanted) watch();
    },
    close: () => {
      stopState();
      subscription.close();
      sender.drop();
    },
  };
}

const notUnderstood = refuse(ownProblem('bad-request'));
