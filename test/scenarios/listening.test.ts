import { describe, expect } from 'vitest';
import { accept, watchRoster } from '../support/inspectorOnSimulator.ts';
import { eventually, scenario } from './stage.ts';

const idle = 'idle';

describe('the order of events', () => {
  scenario('ring-before-answer', 'the ring is shown, then listening', async ({ bench, listen }) => {
    await listen();
    await bench.listen('ringing');
    expect(bench.shown.present.attention).toBe(true);
    await bench.listen('listening');
  });

  scenario('picked-up-before-answer', 'listening, once the answer is there', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('ringing');
    await bench.until('the ring is over', ({ phoneAlert }) => phoneAlert.kind === 'none');
    expect(bench.shown.present.attention).toBe(false);
    expect(requests('addSupervise')[0]?.answer).toBeUndefined();
    await bench.listen('listening');
    expect(requests('addSupervise')[0]?.answer).toBeDefined();
  });

  scenario('events-out-of-order', 'listening, and no ring that is over', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('listening');
    await eventually(() => bench.log.join('\n')).toContain('AgentState_Busy');
    expect(bench.inspector.state()).toMatchObject({ listen: { kind: 'listening' } });
    expect(bench.listenSteps).not.toContain('ringing');
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
  });

  scenario('events-twice', 'one ring, one listening', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    await eventually(() => bench.log.filter((line) => line.includes('AgentOther_PhoneOffhook')).length).toBe(2);
    await eventually(() => bench.log.filter((line) => line.includes('AgentState_Busy')).length).toBe(3);
    expect(bench.listenSteps).toEqual([idle, 'requesting', 'calling', 'ringing', 'listening']);
    expect(bench.inspector.state().listen).toMatchObject({ kind: 'listening', problem: null });
  });

  scenario('burst-of-events', 'the ring, found by asking or when the queue is through', async ({ bench, listen }) => {
    await listen();
    await bench.listen('ringing');
    expect(bench.shown.present.attention).toBe(true);
    await eventually(() => bench.log.filter((line) => line.includes('AgentOther_Note')).length).toBe(50);
  });

  scenario('unknown-events', 'nothing of them, and a listen works', async ({ bench, listen }) => {
    await eventually(() => bench.log.join('\n')).toContain('"eventType":"unreadable"');
    expect(bench.log.join('\n')).not.toContain('markup');
    expect(bench.inspector.state()).toMatchObject({ session: { kind: 'signedIn', ownState: idle }, notices: [] });
    await listen();
    await bench.listen('listening');
  });
});

describe('events that never come', () => {
  scenario('ring-lost', 'found by asking: ringing, then listening', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    expect(bench.listenSteps).toEqual([idle, 'requesting', 'calling', 'ringing', 'listening']);
  });

  scenario('pick-up-lost', 'listening before the ring time-out, and nobody hangs up on them', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('ringing');
    await bench.until('an end of the ring, whichever', (state) => state.listen.kind !== 'ringing');
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
    expect(bench.inspector.state().listen.kind).toBe('listening');
  });

  scenario('busy-lost', 'ringing, then listening', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    expect(bench.listenSteps).toEqual([idle, 'requesting', 'calling', 'ringing', 'listening']);
  });
});

describe('the inspector’s phone', () => {
  scenario('phone-never-answered', 'not answered; ended at the gateway', async ({ bench, listen, requests, simulator }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'notAnswered', problem: { code: 'phone-not-answered' } });
    expect(requests('stopSuperviseOrInsert')).toHaveLength(1);
    expect(simulator().sessionOf('291')).toMatchObject({ state: idle, listen: null });
    expect(bench.shown.present).toMatchObject({ attention: false, toast: null });
  });

  scenario('phone-given-up-by-platform', 'the ring ended; nobody is said to have declined', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'notAnswered', problem: { code: 'ring-ended' } });
  });

  scenario('phone-declined', 'declined, and ready for the next', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'declined', heardFor: null });
    await bench.until('idle', ({ session }) => session.kind === 'signedIn' && session.ownState === idle);
  });

  scenario('phone-busy', 'the phone could not be reached', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'phoneUnavailable', problem: { code: 'phone-unavailable' } });
  });

  scenario('phone-unplugged', 'refused with 900-003', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-003' } });
  });

  scenario('phone-rejected-by-state', 'declined, and busy', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'declined' });
    await bench.until('busy', ({ session }) => session.kind === 'signedIn' && session.ownState === 'busy');
    expect(bench.shown.present.attention).toBe(false);
  });

  scenario('long-call', 'listening without a ring', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    expect(bench.listenSteps).not.toContain('ringing');
  });

  scenario('hang-up-mid-listen', 'hung up, with the time heard, and no stop sent', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('listening');
    const { outcome, heardFor } = await bench.listen('ended');
    expect(outcome).toBe('hungUp');
    expect(heardFor).toBeGreaterThan(0);
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
  });

  scenario('ring-without-listen', 'a ring for which no listen is pending, until it stops', async ({ bench }) => {
    await bench.until('a ring', ({ phoneAlert }) => phoneAlert.kind === 'ringing');
    expect(bench.shown.present.toast?.body).toBe('No listen is pending in Earshot.');
    expect(bench.inspector.state().listen.kind).toBe(idle);
    await bench.until('quiet', ({ phoneAlert }) => phoneAlert.kind === 'none');
    expect(bench.shown.present.attention).toBe(false);
  });
});

describe('the other side', () => {
  scenario('call-ends-mid-listen', 'ended by the other side', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide', problem: null });
  });

  scenario('agent-signs-out-mid-listen', 'ended by the other side', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
  });

  scenario('agent-moved-mid-listen', 'listening as before; the list shows the new group', async ({ bench, listen, requests }) => {
    const roster = watchRoster(bench);
    await listen();
    await bench.listen('listening');
    await eventually(() => roster.rows().get('20001')?.group).toBe('Retention');
    expect(bench.inspector.state().listen).toMatchObject({ kind: 'listening', problem: null });
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
  });

  scenario('agent-leaves-vdn-mid-listen', 'ended by the other side; the agent is off the list', async ({ bench, listen, requests }) => {
    const roster = watchRoster(bench);
    await eventually(() => roster.rows().has('20001')).toBe(true);
    await listen();
    await bench.listen('listening');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide', problem: null });
    await eventually(() => roster.rows().has('20001')).toBe(false);
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
  });

  scenario(
    'call-intercepted-mid-listen',
    'ended by the other side; agent and colleague as they are; a new listen works',
    async ({ bench, listen, simulator }) => {
      const roster = watchRoster(bench);
      await listen();
      await bench.listen('listening');
      expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide', problem: null });
      expect(simulator().callOf('292')).not.toBeNull();
      await eventually(() => roster.rows().get('20001')?.state).toBe('wrapUp');
      await bench.until('idle', ({ session }) => session.kind === 'signedIn' && session.ownState === idle);
      await listen();
      await bench.listen('listening');
    },
  );
});

describe('refusals', () => {
  scenario('listen-to-idle-refused', '900-005 in words', async ({ bench, listen }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-005' } });
  });

  scenario('no-inspection-right', '900-002 in words', async ({ bench, listen }) => {
    await listen();
    const { problem } = await bench.listen('ended');
    expect(problem).toMatchObject({ code: '900-002', meaning: '900-002' });
  });

  scenario('platform-away', '900-001, no second try by itself, and the next click works', async ({ bench, listen, requests }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-001' } });
    expect(requests('addSupervise')).toHaveLength(1);
    await listen();
    await bench.listen('listening');
  });

  scenario('retcode-as-number', 'the same code in words', async ({ bench, listen, live }) => {
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-005' } });
    await live();
  });

  scenario('made-busy', 'busy; a listen is not asked for; "Go idle" helps', async ({ bench, listen, requests }) => {
    await bench.until('busy', ({ session }) => session.kind === 'signedIn' && session.ownState === 'busy');
    const answer = await bench.inspector.command('listen', { workNo: '20001' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-idle' } });
    expect(requests('addSupervise')).toHaveLength(0);
    accept(await bench.inspector.command('goIdle', {}));
    await bench.until('idle', ({ session }) => session.kind === 'signedIn' && session.ownState === idle);
    await listen();
    await bench.listen('listening');
  });
});
