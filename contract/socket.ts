import { z } from 'zod';
import { commandNames, type CommandAnswer } from './commands.ts';
import type { RosterTransport } from './packedRows.ts';
import type { AppState } from './state.ts';

/** A command on the web host's WebSocket; its payload is then parsed by the command's own schema. */
export const socketCommandSchema = z.strictObject({
  id: z.int().nonnegative(),
  command: z.enum(commandNames),
  input: z.unknown(),
});

export type SocketCommand = z.infer<typeof socketCommandSchema>;

/** What the web host sends: answers to commands, the state, the roster; the page parses each payload by its own schema. */
export type SocketMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CommandAnswer }
  | { readonly kind: 'state'; readonly state: AppState }
  | { readonly kind: 'roster'; readonly message: RosterTransport };
