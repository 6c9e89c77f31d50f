import { describe, expect, it } from 'vitest';
import type { Listen } from '../../contract/state.ts';
import { createQuitRequests, quitOther, quitStatus, type QuitRequests } from './quitRequests.ts';
import { createHandClock, type HandClock } from '../../test/support/handClock.ts';

const agent = { agent: { workNo: '20001', name: 'Li Wei' }, since: 0 };
const listening: Listen = { kind: 'listening', ...agent, problem: null };

function scene(listen: Listen): { readonly quitRequests: QuitRequests; readonly clock: HandClock; readonly done: readonly string[] } {
  const done: string[] = [];
  const clock = createHandClock();
  const quitRequests = createQuitRequests({
    state: () => ({ listen }),
    leave: (why) => done.push(why),
    sayThatItStays: () => done.push('said'),
    clock,
  });
  return { quitRequests, clock, done };
}

describe('an Earshot that an installer asks to end', () => {
  it('hears it in another start’s words, and in no others', () => {
    const { quitRequests } = scene({ kind: 'idle' });
    expect(quitRequests.isAskedBy(['Earshot.exe', '--original-process-start-time=1', '--quit'])).toBe(true);
    expect(quitRequests.isAskedBy(['Earshot.exe', 'earshot://agent/1?--quit'])).toBe(false);
  });

  it.each<Listen>([{ kind: 'idle' }, { kind: 'ended', ...agent, outcome: 'stopped', problem: null, heardFor: 1 }])(
    'ends while no listen is under way: $kind',
    (listen) => {
      const { quitRequests, done } = scene(listen);
      expect(quitRequests.quitUnlessListening('close-app')).toBe(true);
      expect(done).toEqual(['close-app']);
    },
  );

  it.each<Listen>([
    { kind: 'requesting', ...agent },
    { kind: 'ringing', ...agent, problem: null },
    listening,
    { kind: 'stopping', ...agent },
  ])('stays while one is under way, and tells the inspector: $kind', (listen) => {
    const { quitRequests, done } = scene(listen);
    expect(quitRequests.quitUnlessListening('close-app')).toBe(false);
    expect(done).toEqual(['said']);
  });

  it('tells it once, however often an installer asks, and once more half a minute later', async () => {
    const { quitRequests, clock, done } = scene(listening);
    for (let asked = 0; asked < 20; asked += 1) {
      quitRequests.quitUnlessListening('quit-switch');
      await clock.advance(500);
    }
    expect(done).toEqual(['said']);
    await clock.advance(20_000);
    quitRequests.quitUnlessListening('quit-switch');
    expect(done).toEqual(['said', 'said']);
  });
});

describe('a start that asks the Earshot that runs to end', () => {
  it('waits until that has ended', async () => {
    const clock = createHandClock();
    let alone = false;
    let status: number | null = null;
    void quitOther(() => alone, clock).then((found) => (status = found));
    await clock.advance(1_500);
    expect(status).toBeNull();
    alone = true;
    await clock.advance(500);
    expect(status).toBe(quitStatus.noneRuns);
  });

  it('gives up after ten seconds, and says so by its status', async () => {
    const clock = createHandClock();
    const ended = quitOther(() => false, clock);
    await clock.advance(10_000);
    expect(await ended).toBe(quitStatus.oneStays);
  });
});
