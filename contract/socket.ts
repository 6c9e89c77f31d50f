import { z } from 'zod';
import { commandAnswerSchema, commands, type CommandName } from './commands.ts';
import { rosterMessageSchema } from './roster.ts';
import { appStateSchema } from './state.ts';

const names = Object.keys(commands) as [CommandName, ...CommandName[]];

/** A command on the web host's WebSocket; its payload is then parsed by the command's own schema. */
export const socketCommandSchema = z.strictObject({
  id: z.int().nonnegative(),
  command: z.enum(names),
  input: z.unknown(),
});

export type SocketCommand = z.infer<typeof socketCommandSchema>;

/** What the web host sends: answers to commands, the state, the roster. */
export const socketMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), id: z.int(), answer: commandAnswerSchema }),
  z.strictObject({ kind: z.literal('state'), state: appStateSchema }),
  z.strictObject({ kind: z.literal('roster'), message: rosterMessageSchema }),
]);

export type SocketMessage = z.infer<typeof socketMessageSchema>;
