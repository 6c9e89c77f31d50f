import { afterEach, describe, expect, test } from 'vitest';
import { modeOf, type BeginningMode, type Mode } from '../../contract/inspection.ts';
import type { AppState } from '../../contract/state.ts';
import type { Administered } from '../../main/settings/administered.ts';
import type { RequestRecord, Simulator, SimulatorOptions } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, watchRoster, type Bench } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let bench: Bench;

async function begin(options: SimulatorOptions = {}, policy: Administered['policy'] = {}): Promise<void> {
  simulator = await quickSimulator(options);
  simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
  bench = createBench({ administered: { policy } });
  await signIn(bench, simulator);
  const roster = watchRoster(bench);
  await expect.poll(() => roster.rows().get('20001')?.state).toBe('talking');
}

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const requests = (name: string): RequestRecord[] => simulator.requests.filter((request) => request.interface === name);
const modeIn = ({ inspection }: AppState): string => (inspection === null ? 'none' : modeOf(inspection));
const atGateway = (): string | undefined => simulator.inspectionOf('291')?.mode;
const shows = (mode: string): Promise<AppState> =>
  bench.until(
    `the mode ${mode}`,
    (state) => state.listen.kind === 'listening' && modeIn(state) === mode && state.inspection?.asking === null,
  );

async function inspects(mode: BeginningMode): Promise<void> {
  accept(await bench.inspector.command('inspect', { workNo: '20001', mode, withoutCall: false }));
  await bench.listen('listening');
}

const changes = async (mode: Mode): Promise<void> => accept(await bench.inspector.command('changeMode', { mode, withoutCall: false }));

describe('an inspection', () => {
  test('goes from listening to whispering, inserting and back, each by one absolute switch, and ends by stop', async () => {
    await begin();
    await inspects('listen');
    for (const mode of ['whisper', 'insert', 'listen'] as const) {
      await changes(mode);
      await shows(mode);
      expect(atGateway()).toBe(mode);
    }
    const sent = requests('requestSwitchInsertWhisperAgent');
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    expect(atGateway()).toBeUndefined();
    expect(bench.inspector.state().inspection).toBeNull();
  });

  test.each([
    ['whisper', 'requestWhisperAgent', 'requestStopWhisperAgent'],
    ['insert', 'addInsert', 'stopSuperviseOrInsert'],
  ] as const)('can be begun straight in %s, and is ended by its own stop', async (mode, beginsBy, endsBy) => {
    await begin();
    await inspects(mode);
    await shows(mode);
    expect(atGateway()).toBe(mode);
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped' });
    expect([requests(beginsBy).length, requests(endsBy).length, requests('addSupervise').length]).toEqual([1, 1, 0]);
  });

  test('is stopped by the stop of the mode that it was switched to', async () => {
    await begin();
    await inspects('listen');
    await changes('whisper');
    await shows('whisper');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    expect(requests('requestStopWhisperAgent')).toHaveLength(1);
    expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
  });

  test('of which the mode is not known is stopped, whatever it is', async () => {
    await begin();
    await inspects('listen');
    simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'closeSocket', when: 'beforeHandling' });
    await changes('whisper');
    await shows('unknown');
    expect(atGateway()).toBe('listen');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    expect(atGateway()).toBeUndefined();
  });

  test('that is a listen of a pure listener asks nothing of the whisper interfaces', async () => {
    await begin();
    await inspects('listen');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    expect(simulator.requests.filter(({ interface: name }) => name?.includes('Whisper'))).toEqual([]);
  });
});

describe('one request a click', () => {
  test('a second click while one is under way sends nothing', async () => {
    await begin();
    await inspects('listen');
    simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'delay', ms: 200, when: 'beforeHandling' });
    await changes('whisper');
    const second = await bench.inspector.command('changeMode', { mode: 'insert', withoutCall: false });
    expect(second).toMatchObject({ ok: false, problem: { code: 'mode-not-changeable' } });
    await shows('whisper');
    expect(requests('requestSwitchInsertWhisperAgent')).toHaveLength(1);
  });

  test('while it is under way nobody is told the old mode', async () => {
    await begin();
    await inspects('listen');
    simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'delay', ms: 200, when: 'afterHandling' });
    await changes('whisper');
    expect(bench.inspector.state().inspection).toMatchObject({ possible: ['listen', 'whisper'], asking: { to: 'whisper' } });
    expect(bench.shown.present.tray?.picture).toBe('mayBeHeard');
    await shows('whisper');
    expect(bench.shown.present.tray?.picture).toBe('whispering');
  });

  test('a switch that is answered after a stop is the truth for as long as the call goes on', async () => {
    await begin();
    await inspects('listen');
    simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'delay', ms: 100, when: 'beforeHandling' });
    await changes('whisper');
    accept(await bench.inspector.command('stopListening', {}));
    expect(bench.inspector.state().inspection?.possible).toEqual(['listen', 'whisper']);
    await bench.listen('ended');
    await expect.poll(atGateway).toBeUndefined();
    expect(bench.inspector.state().inspection).toBeNull();
  });
});

describe('intercept', () => {
  test('gives the inspector the call, of which they alone decide when it ends', async () => {
    await begin({}, { interceptAllowed: true });
    await inspects('listen');
    await changes('call');
    await shows('call');
    expect(requests('intercept')).toHaveLength(1);
    expect(bench.shown.present.tray?.tooltip).toContain('You have the call');
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped' });
    expect(requests('release')).toHaveLength(1);
    expect(simulator.agent('291').state).not.toBe('talking');
  });

  test('is forbidden unless the administrator allows it', async () => {
    await begin();
    await inspects('listen');
    const answer = await bench.inspector.command('changeMode', { mode: 'call', withoutCall: false });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'intercept-not-allowed' } });
    expect(requests('intercept')).toHaveLength(0);
  });
});

describe('insert on an agent without a call', () => {
  test('is refused, and nothing sent, until the inspector says that they know what it does', async () => {
    await begin();
    simulator.setAgent('20002', { state: 'idle' });
    const answer = await bench.inspector.command('inspect', { workNo: '20002', mode: 'insert', withoutCall: false });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'insert-without-call' } });
    expect(requests('addInsert')).toHaveLength(0);
    accept(await bench.inspector.command('inspect', { workNo: '20002', mode: 'insert', withoutCall: true }));
    await bench.listen('listening');
    expect(requests('addInsert')).toHaveLength(1);
  });
});

describe('rights and policy', () => {
  test('whispering is asked for no more in a session in which its right was missing', async () => {
    await begin({ inspectors: [{ agentId: '291', password: 'Inspect-291', phone: '40291', whisperRight: false }] });
    accept(await bench.inspector.command('inspect', { workNo: '20001', mode: 'whisper', withoutCall: false }));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-002' } });
    expect(bench.inspector.state().noRight).toMatchObject({ whisper: true, insert: false, listen: [] });
    const again = await bench.inspector.command('inspect', { workNo: '20001', mode: 'whisper', withoutCall: false });
    expect(again).toMatchObject({ ok: false, problem: { code: 'no-right-here' } });
    await inspects('listen');
    expect(requests('requestWhisperAgent')).toHaveLength(1);
  });

  test.each([
    ['whisper', 'whisperAllowed', 'whisper-not-allowed'],
    ['insert', 'insertAllowed', 'insert-not-allowed'],
  ] as const)('%s can be forbidden', async (mode, setting, code) => {
    await begin({}, { [setting]: false });
    await inspects('listen');
    expect(await bench.inspector.command('changeMode', { mode, withoutCall: true })).toMatchObject({ ok: false, problem: { code } });
    expect(requests('requestSwitchInsertWhisperAgent')).toHaveLength(0);
  });
});

describe('contact that is lost', () => {
  test('during a whisper leaves it unknown, until the next change is confirmed', async () => {
    await begin();
    await inspects('whisper');
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 3 }, { kind: 'closeSocket', when: 'beforeHandling' });
    simulator.nextAnswer({ interface: 'getAgentStatus', times: 3 }, { kind: 'closeSocket', when: 'beforeHandling' });
    await bench.until('a gap', ({ session }) => session.kind === 'signedIn' && session.connection.kind !== 'live');
    expect(modeIn(bench.inspector.state())).toBe('unknown');
    await bench.until('contact again', ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'live');
    expect(bench.inspector.state().inspection?.problem?.code).toBe('mode-unknown');
    await changes('listen');
    await shows('listen');
    expect(atGateway()).toBe('listen');
  });

  test('and a new run of Earshot find an inspection of which nobody can tell who hears the inspector', async () => {
    await begin();
    await inspects('whisper');
    const { disk } = bench;
    bench = createBench({ disk: structuredClone(disk.content) });
    bench.inspector.start();
    await shows('unknown');
    expect(bench.inspector.state().inspection?.possible).toEqual(['listen', 'whisper', 'insert', 'call']);
    await changes('whisper');
    await shows('whisper');
  });
});

test('every change of mode and what came of it stand in the audit trail', async () => {
  await begin();
  await inspects('whisper');
  await changes('insert');
  await shows('insert');
  simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'closeSocket', when: 'afterHandling' });
  await changes('listen');
  await shows('unknown');
  accept(await bench.inspector.command('stopListening', {}));
  await bench.listen('ended');
  accept(await bench.inspector.command('checkAudit', {}));
  const { audit } = await bench.until('checked', (state) => state.audit.check.kind === 'done');
  expect(audit.check).toMatchObject({ findings: 0, listens: 1, entries: 6 });
  accept(await bench.inspector.command('exportAudit', { from: 0, to: bench.date() + 60_000 }));
  const [table] = bench.saved;
  expect(table?.text).toContain(',whisper,');
  expect(table?.text).toMatch(/insert confirmed; \S+ listen unknown \(connection-lost\)/);
});

describe('forcing', () => {
  const allowed = {
    forceBusyAllowed: true,
    forceIdleAllowed: true,
    forceSignOutAllowed: true,
    forceDropCallAllowed: true,
    forceRestAllowed: true,
  };
  const forced = (outcome: string): Promise<AppState> =>
    bench.until(`forced ${outcome}`, (state) => state.forced.some((each) => each.outcome === outcome));

  test('is not there unless the administrator allows it', async () => {
    await begin();
    const answer = await bench.inspector.command('forceAgent', { workNo: '20002', force: { what: 'busy' } });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'force-not-allowed' } });
    expect(requests('forceBusy')).toHaveLength(0);
  });

  test.each([
    [{ what: 'busy' }, 'forceBusy', 'busy'],
    [{ what: 'idle' }, 'forceIdle', 'idle'],
    [{ what: 'rest', seconds: 600, reason: 1 }, 'forceRest', 'rest'],
    [{ what: 'signOut' }, 'forceLogOutAgent', 'signedOut'],
  ] as const)('%j is borne out by the list of agents', async (force, name, state) => {
    await begin({}, allowed);
    simulator.setAgent('20002', { state: 'wrapUp' });
    accept(await bench.inspector.command('forceAgent', { workNo: '20002', force }));
    await forced('borneOut');
    expect(requests(name)).toHaveLength(1);
    expect(simulator.agent('20002').state).toBe(state);
  });

  test('what the gateway took is not called done before the list says so', async () => {
    await begin({}, allowed);
    simulator.setAgent('20002', { state: 'wrapUp' });
    simulator.nextAnswer({ interface: 'forceBusy' }, { kind: 'retcode', retcode: '0' });
    accept(await bench.inspector.command('forceAgent', { workNo: '20002', force: { what: 'busy' } }));
    const state = await forced('accepted');
    expect(state.forced).toMatchObject([{ agent: { workNo: '20002' }, what: 'busy', outcome: 'accepted' }]);
  });

  test('a refusal is said in words, and nothing is sent again', async () => {
    await begin({}, allowed);
    accept(await bench.inspector.command('forceAgent', { workNo: '20001', force: { what: 'busy' } }));
    const state = await forced('refused');
    expect(state.forced).toMatchObject([{ outcome: 'refused', problem: { code: '900-003' } }]);
    expect(requests('forceBusy')).toHaveLength(1);
  });

  test('a call is ended by its ID, and an agent without one is told so', async () => {
    await begin({}, allowed);
    accept(await bench.inspector.command('forceAgent', { workNo: '20001', force: { what: 'dropCall' } }));
    await forced('borneOut');
    expect(requests('forceDropCall')).toHaveLength(1);
    simulator.setAgent('20002', { state: 'idle' });
    const none = await bench.inspector.command('forceAgent', { workNo: '20002', force: { what: 'dropCall' } });
    expect(none).toMatchObject({ ok: false, problem: { code: 'agent-no-call' } });
    expect(requests('forceDropCall')).toHaveLength(1);
  });
});
