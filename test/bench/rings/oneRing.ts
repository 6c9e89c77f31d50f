import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { until } from '../../support/desktop/until.ts';
import type { Sight } from './busWatch.ts';
import { calm, type RingFault } from './faults.ts';
import { listenedTo } from './listened.ts';
import type { RingRig } from './rig.ts';

/** One ring as it is to be. */
export interface RingPlan {
  /** `listen`: Earshot asks for a listen, and the platform rings; `bare`: the phone rings and no listen is pending. */
  readonly of: 'listen' | 'bare';
  /** So many other events stand before it in the queue. */
  readonly ahead: number;
  readonly fault: RingFault | null;
}

/** What was seen of one ring from outside. */
export interface Ring {
  readonly plan: RingPlan;
  /** Milliseconds from the ring's queueing at the gateway to the first surface; null: none was seen. */
  readonly seen: number | null;
  /** What was still up when it should have been gone. */
  readonly left: readonly string[];
}

/** Milliseconds. */
const missedAfter = 15_000;
const lasts = 200;
const goneWithin = 300;
/** An event that changes neither the phone nor anything that is shown. */
const otherEvent = 'AgentOther_InService';
const ring = 'AgentOther_PhoneAlerting';

/** Rings once, as planned; looks; ends it; and looks again. Null: the ring did not come about, as its listen did not. */
export async function oneRing(rig: RingRig, plan: RingPlan, random: () => number): Promise<Ring | null> {
  const { gateway, bus } = rig;
  bus.forget();
  await plan.fault?.begin(rig, random);
  const queued =
    plan.of === 'listen' ? await ringOfListen(rig) : await gateway.queue([...Array<string>(plan.ahead).fill(otherEvent), ring]);
  const toast = queued === null ? null : await sight(rig, 'toast', queued);
  await pause(lasts);
  bus.forget();
  const over = Date.now();
  if (plan.of === 'listen') await gateway.order({ kind: 'hangUp' });
  else await gateway.queue(['AgentOther_PhoneRelease']);
  // The tray's picture tells from outside when Earshot heard of the end; it may be the one that is left. On a busy machine one of
  // the ring's own pictures may be told of as late as now.
  await sight(rig, 'tray', over);
  await pause(goneWithin);
  const left = await leftovers(rig);
  await calm(rig);
  return queued === null ? null : { plan, seen: toast === null ? null : toast - queued, left };
}

/** The inspector chooses the agent as soon as they can; answers when the platform begins to ring their phone. */
async function ringOfListen({ page, gateway }: RingRig): Promise<number | null> {
  const listen = async (): Promise<true | null> => {
    const answer: unknown = await page.evaluate(`window.earshot.listen({ workNo: '${listenedTo}' })`);
    return z.object({ ok: z.boolean() }).parse(answer).ok ? true : null;
  };
  const asked = await until('the listen', listen, missedAfter).catch(() => null);
  return asked === null ? null : gateway.ringBegun();
}

/** When this was first seen after `since`. Of a ring the toast is looked at: the tray, set just before it, also tells of lost contact. */
async function sight({ bus }: RingRig, wanted: Sight['what'], since: number): Promise<number | null> {
  const find = (): Sight | null => bus.sights().find(({ what, at }) => what === wanted && at >= since) ?? null;
  const seen = await until(wanted, () => Promise.resolve(find()), missedAfter).catch(() => null);
  return seen?.at ?? null;
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
