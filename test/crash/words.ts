import { z } from 'zod';
import { commandAnswerSchema } from '../../contract/commands.ts';
import { socketCommandSchema } from '../../contract/socket.ts';
import { appStateSchema } from '../../contract/state.ts';
import { windowPlaceSchema } from '../../main/electron/windowPlace.ts';

/** At a call to the disk: the `call`th that changes something there, or in the audit trail, when so much of it (0 to 1) is done. */
export const diskDeathSchema = z.strictObject({
  where: z.enum(['anywhere', 'trail']),
  call: z.int().min(1),
  through: z.number().min(0).max(1),
});

export type DiskDeath = z.infer<typeof diskDeathSchema>;

/** How an Earshot of this test begins. `box`: whether its computer can encrypt, without which no session is kept. */
export const birthSchema = z.strictObject({ dataFolder: z.string(), box: z.boolean(), death: diskDeathSchema.nullable() });

export type Birth = z.infer<typeof birthSchema>;

/** What the page, the window and the tray's menu ask for. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), ...socketCommandSchema.shape }),
  z.strictObject({ kind: z.literal('moveWindow'), id: z.int(), place: windowPlaceSchema }),
  z.strictObject({ kind: z.literal('quit'), id: z.int() }),
]);

export type Order = z.infer<typeof orderSchema>;

/** What Earshot's process says. */
export const wordSchema = z.discriminatedUnion('kind', [
  /** Once, at the start: where the window was when Earshot ended. */
  z.strictObject({ kind: z.literal('windowWas'), place: windowPlaceSchema.nullable() }),
  z.strictObject({ kind: z.literal('state'), state: appStateSchema }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), answer: commandAnswerSchema }),
]);

export type Word = z.infer<typeof wordSchema>;
