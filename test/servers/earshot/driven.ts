import { z } from 'zod';
import { commandAnswerSchema, type CommandAnswer, type CommandInput, type CommandName } from '../../../contract/commands.ts';
import { unpacked } from '../../../contract/packedRows.ts';
import { rosterMessageSchema, type RosterMessage } from '../../../contract/roster.ts';
import { appStateSchema, type AppState } from '../../../contract/state.ts';
import type { Place } from '../row.ts';

/** An Earshot that runs somewhere else, as its page sees it. */
export interface DrivenEarshot {
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer>;
  /** Waits until the state is as wished; says what it was instead when that takes too long. */
  until(wish: string, fits: (state: AppState) => boolean, patience?: number): Promise<AppState>;
  /** An agent's name, as the roster has it. */
  nameOf(workNo: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts Earshots, each with a folder, an administrator and an environment of its own. */
export interface Opener {
  open(place: Place, policy: Readonly<Record<string, unknown>>): Promise<DrivenEarshot>;
  /** What it runs on: `Node.js 24.21.0`. */
  readonly version: string;
  close(): Promise<void>;
}

/** What a page hears, by the schemas that the page itself reads it with. */
export const heardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: appStateSchema }),
  z.strictObject({ kind: z.literal('roster'), message: z.unknown().transform(wholeOf).pipe(rosterMessageSchema) }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), answer: commandAnswerSchema }),
]);

/** The few agents of these tests come in one part. */
function wholeOf(sent: unknown): unknown {
  const part = unpacked(sent);
  return part?.part === 0 && part.last ? part.message : sent;
}

export type Heard = z.infer<typeof heardSchema>;

/** The page's side of a connection: what is heard goes into `hear`, commands come out of `say`. */
export function createDriven(
  say: (command: { readonly id: number; readonly command: CommandName; readonly input: unknown }) => void,
  close: () => Promise<void>,
): { readonly driven: DrivenEarshot; hear(message: Heard): void } {
  const waiting = new Map<number, (answer: CommandAnswer) => void>();
  const looking = new Set<() => void>();
  const names = new Map<string, string>();
  let state: AppState | null = null;
  let asked = 0;

  function hear(message: Heard): void {
    switch (message.kind) {
      case 'state':
        state = message.state;
        break;
      case 'roster':
        takeIn(message.message);
        break;
      case 'answer':
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
    }
    for (const look of [...looking]) look();
  }

  function takeIn(message: RosterMessage): void {
    if (message.kind === 'details') return;
    for (const row of message.kind === 'snapshot' ? message.rows : message.changed) names.set(row.workNo, row.name);
  }

  function when<Value>(wish: string, found: () => Value | null, patience: number): Promise<Value> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const value = found();
        if (value === null) return;
        clearTimeout(timer);
        looking.delete(look);
        resolve(value);
      };
      const timer = setTimeout(() => {
        looking.delete(look);
        const { session, listen, notices } = state ?? {};
        reject(new Error(`Never came: ${wish}. ${JSON.stringify({ session, listen, notices })}`));
      }, patience);
      looking.add(look);
      look();
    });
  }

  const driven: DrivenEarshot = {
    command: (command, input) => {
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        say({ id, command, input });
      });
    },
    until: (wish, fits, patience = 90_000) => when(wish, () => (state !== null && fits(state) ? state : null), patience),
    nameOf: (workNo) => when(`agent ${workNo} in the roster`, () => names.get(workNo) ?? null, 60_000),
    close,
  };
  return { driven, hear };
}
