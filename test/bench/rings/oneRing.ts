import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../support/desktop/until.ts';
import type { RingRig } from './rig.ts';

/** What was seen of one ring from outside. */
export interface Ring {
  /** Milliseconds from the ring's queueing at the gateway to the first surface; null: none was seen. */
  readonly seen: number | null;
  /** What was still up when it should have been gone. */
  readonly left: readonly string[];
}

/** How long a ring without any surface is waited for, milliseconds. */
const missedAfter = 5_000;
const lasts = 400;
const goneWithin = 300;
/** An event that changes neither the phone nor anything that is shown. */
const otherEvent = 'AgentOther_InService';

/** Rings once, behind so many other events; looks; ends it; and looks again. */
export async function oneRing(rig: RingRig, ahead: number): Promise<Ring> {
  const { gateway, bus } = rig;
  bus.forget();
  const queued = await gateway.queue([...Array<string>(ahead).fill(otherEvent), 'AgentOther_PhoneAlerting']);
  const first = await until('a surface', () => Promise.resolve(bus.sights()[0] ?? null), missedAfter).catch(() => null);
  await pause(lasts);
  bus.forget();
  await gateway.queue(['AgentOther_PhoneRelease']);
  // The tray's picture tells from outside when Earshot heard of the end; it may be the one that is left.
  await until('the end', () => Promise.resolve(bus.sights().find(({ what }) => what === 'tray') ?? null), missedAfter).catch(() => null);
  await pause(goneWithin);
  return { seen: first === null ? null : first.at - queued, left: await leftovers(rig) };
}

async function leftovers({ desktop }: RingRig): Promise<string[]> {
  const [window, items, playing] = await Promise.all([desktop.window('Earshot alert'), desktop.trayItems(), desktop.sounds()]);
  return [
    ...(desktop.toasts().some(({ open, urgency }) => open && urgency === 'critical') ? ['toast'] : []),
    ...(window === null ? [] : ['window']),
    ...(items.some(({ tooltip }) => tooltip.includes('ringing')) ? ['tray'] : []),
    ...(playing.some(({ running }) => running) ? ['sound'] : []),
  ];
}
