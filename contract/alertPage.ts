import { z } from 'zod';
import { instant } from './instant.ts';
import { alertActionSchema, alertButtonSchema, shownSchema, soundPlanSchema, type AlertAction } from './alerts.ts';

/** The words of the alert window, ready to be read: the page adds nothing but the running time. */
export const alertCardSchema = z
  .strictObject({
    ringId: z.string().max(64),
    /** Of its words, a BCP 47 tag: a screen reader's voice and the characters' forms go by it. */
    language: z.string().max(35),
    title: z.string().max(500),
    body: z.string().max(500),
    /** The agent's name as title or body has it: where it is long it is shown shortened. Empty: they have none. */
    name: z.string().max(100),
    /** The running time counts from here. */
    since: instant,
    mark: z.enum(['ringing', 'quiet']),
    /** The first is the one to press. */
    buttons: z.array(alertButtonSchema).max(3).readonly(),
  })
  .readonly();

export type AlertCard = z.infer<typeof alertCardSchema>;

/** What main asks of the alert page, which also plays the sounds, as it lives while every window is hidden. */
export const alertOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draw'), card: alertCardSchema }),
  z.strictObject({ kind: z.literal('clear') }),
  z.strictObject({ kind: z.literal('play'), sound: soundPlanSchema }),
  z.strictObject({ kind: z.literal('silence') }),
]);

export type AlertOrder = z.infer<typeof alertOrderSchema>;

/** `now`: when it was given. */
export const numberedOrderSchema = z.strictObject({ id: z.int(), now: instant, order: alertOrderSchema });

export type NumberedOrder = z.infer<typeof numberedOrderSchema>;

/** What came of the order of this number. */
export const alertReportSchema = z.strictObject({ id: z.int(), shown: shownSchema });

export type AlertReport = z.infer<typeof alertReportSchema>;

/** A button of the card was pressed; `escape`: the card is to be put away. */
export const alertPressSchema = z.strictObject({ action: z.union([alertActionSchema, z.literal('escape')]) });

/** What the preload script offers the alert page as `window.earshotAlert`. */
export interface AlertBridge {
  onOrder(listener: (order: NumberedOrder) => void): void;
  report(report: AlertReport): void;
  press(action: AlertAction | 'escape'): void;
}
