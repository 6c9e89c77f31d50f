import type { Shown, SoundPlan } from '../../../contract/alerts.ts';

/** Plays the sound of an alert. */
export interface RingPlayer {
  /** Resolves when it is heard, or with the reason why it is not. What was asked before is over. */
  play(plan: SoundPlan): Promise<Shown>;
  silence(): void;
}

/** What a sound says whose time was over before it was heard. */
export const overtaken: Shown = { kind: 'notShown', why: 'ended' };
