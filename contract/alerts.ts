import { z } from 'zod';

/** Everything that can tell of a ring. `raise`: the main window comes up without taking the focus. `page`: the banner in the page. */
export const surfaceNames = ['tray', 'badge', 'attention', 'page', 'toast', 'sound', 'window', 'raise'] as const;

export const surfaceNameSchema = z.enum(surfaceNames);

export type SurfaceName = z.infer<typeof surfaceNameSchema>;

/** Why a surface did not show what it was asked to. The words for each: `notShownWords.ts`. */
export const notShownReasons = [
  /** The alert was over, or another one came, before it could be seen or heard. */
  'ended',
  'noWindow',
  'inTray',
  'inFront',
  'notRaised',
  'windowNotShown',
  'putAway',
  /** The page that draws the alert window and plays the sounds: it could not be loaded, or crashed. */
  'alertPageMissing',
  'alertPageGone',
  'notInView',
  'pictureMissing',
  'trayUnknown',
  /** The system did not say that it was shown. */
  'unconfirmed',
  'heldBack',
  /** What showed notifications is gone or is another one, and the toast went with it. */
  'daemonGone',
  'ringShown',
  'notAllowed',
  'soundBlocked',
  'noAudioDevice',
  'deviceMissing',
  'otherTab',
  /** `detail` says what. */
  'failed',
] as const;

export type NotShownReason = (typeof notShownReasons)[number];

/** Whether a surface really showed what it was asked to; `detail`: the system's own name of what failed, no names of people. */
export const shownSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown') }),
  z.strictObject({ kind: z.literal('notShown'), why: z.enum(notShownReasons), detail: z.string().max(120).optional() }),
  z.strictObject({ kind: z.literal('notSupported') }),
]);

export type Shown = z.infer<typeof shownSchema>;

/**
 * What a button or a menu line asks for. `show` and `quit` are the host's own, `hearIt` and `hearNothing` the two words of `tellHearing`;
 * each other one is the command of that name.
 */
export const alertActionSchema = z.enum([
  'show',
  'stopListening',
  'hearIt',
  'hearNothing',
  'answerPhone',
  'listenFollowed',
  'skipFollowed',
  'unfollow',
  'signOut',
  'quit',
]);

export type AlertAction = z.infer<typeof alertActionSchema>;

export const alertButtonSchema = z.strictObject({ action: alertActionSchema, words: z.string().max(100) }).readonly();

export type AlertButton = z.infer<typeof alertButtonSchema>;

export const toastPlanSchema = z
  .strictObject({
    /** Tells one alert from the next: the same one never toasts twice. */
    ringId: z.string().max(64),
    title: z.string().max(500),
    body: z.string().max(500),
    /** True: the toast makes no sound of its own; the sound is another surface's, or none is wanted. */
    silent: z.boolean(),
    /** True: it stays until it is taken away, as what it tells of does; false: it may leave by itself. */
    lasting: z.boolean(),
    /** In order of importance; a system that shows fewer shows the first ones. */
    buttons: z.array(alertButtonSchema).max(3).readonly(),
  })
  .readonly();

export type ToastPlan = z.infer<typeof toastPlanSchema>;

export const soundPlanSchema = z
  .strictObject({
    ringId: z.string().max(64),
    /** `ring`: a call is waiting; `question`: a short one, played once. */
    sound: z.enum(['ring', 'question']),
    loop: z.boolean(),
    /** 0 to 1. */
    volume: z.number().min(0).max(1),
    /** The output device's own name as the system lists it; empty: the system's default. */
    device: z.string().max(300),
  })
  .readonly();

export type SoundPlan = z.infer<typeof soundPlanSchema>;

/** Badge of the dock, overlay of the taskbar button, picture and count in a browser's tab. */
export const badgePlanSchema = z
  .strictObject({
    mark: z.enum(['ringing', 'missed']),
    /** Missed rings; 0 while none was missed. */
    count: z.int().min(0),
    /** For screen readers and tooltips. */
    words: z.string().max(500),
  })
  .readonly();

export type BadgePlan = z.infer<typeof badgePlanSchema>;

/** The parts of an alert that the page itself carries out; it reports each by the command `alertShown` with this `id`. */
export const pageAlertSchema = z
  .strictObject({
    /** New for each alert. Reports with an earlier id change nothing. */
    id: z.string().max(64),
    /** Whether the banner is to be reported; it is drawn from the rest of the state. */
    page: z.boolean(),
    toast: toastPlanSchema.nullable(),
    sound: soundPlanSchema.nullable(),
    badge: badgePlanSchema.nullable(),
  })
  .readonly();

export type PageAlert = z.infer<typeof pageAlertSchema>;
