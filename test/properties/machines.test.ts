import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppState, Listen, Session } from '../../contract/state.ts';
import { appStateSchema } from '../../contract/state.ts';
import { patientClock } from '../support/patientClock.ts';
import { createBench, type Bench } from '../support/inspectorOnSimulator.ts';
import {
  answering,
  startScriptedGateway,
  type Heard,
  type InterfaceName,
  type ScriptedAnswer,
  type ScriptedGateway,
} from '../support/scriptedGateway.ts';

/** How many times faster than life: a poll's fifteen seconds are three quarters of one. */
const factor = 20;

/** What a gateway does from now on with one interface. */
type Mood = 'good' | 'cut' | 'hang' | 'page' | 'refused' | 'over' | 'noRight' | 'elsewhere';
const retcodes: Readonly<Partial<Record<Mood, string>>> = { refused: '900-005', over: '100-006', noRight: '000-003', elsewhere: '100-002' };

let gateway: ScriptedGateway;
/** Another one in each run: what a run before had sent as it ended may be heard only now. */
let agentId = 300;
let moods = new Map<InterfaceName, Mood>();
let events: unknown[] = [];
/** A listen that was sent and not refused, so that it may be heard. */
let mayListen = false;

beforeAll(async () => {
  gateway = await startScriptedGateway(answer);
});
afterAll(() => gateway.close());

const isOfThisRun = (path: string): boolean => path.includes(`/${String(agentId)}/`);

async function answer({ name, path }: Heard): Promise<ScriptedAnswer> {
  const mood = moods.get(name) ?? 'good';
  if (name === 'addSupervise' && isOfThisRun(path))
    mayListen = mood !== 'refused' && mood !== 'over' && mood !== 'noRight' && mood !== 'elsewhere';
  if (mood === 'cut' || mood === 'hang') return mood;
  if (mood === 'page') return { body: '<html>portal</html>', headers: { 'content-type': 'text/html' } };
  if (mood !== 'good') return { body: JSON.stringify({ message: '', retcode: retcodes[mood] }) };
  switch (name) {
    case 'login':
    case 'forceLogin':
      return { headers: { 'set-guid': 'JSESSIONID=0123.AgentGateway0' }, body: '{"retcode":"0","result":{}}' };
    case 'getAgentEvent': {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const event = events.shift();
      return answering({}, event === undefined ? {} : { event });
    }
    case 'getAgentStatus':
      return answering({ agentState: 4 });
    default:
      return answering(name === 'roster' ? [] : {});
  }
}

const legalSessions: Readonly<Record<Session['kind'], readonly Session['kind'][]>> = {
  signedOut: ['signingIn', 'resuming'],
  resuming: ['signedIn', 'signedOut'],
  signingIn: ['signedIn', 'signedOut', 'certificate', 'takeOver'],
  certificate: ['signingIn', 'signedOut'],
  takeOver: ['signingIn', 'signedOut'],
  signedIn: ['signingOut', 'signedOut'],
  signingOut: ['signedOut'],
};

/** From each step on only forward, to the end, or to not knowing and back: never to a step that needs a new request. */
const afterRequest: readonly Listen['kind'][] = ['calling', 'ringing', 'listening', 'stopping', 'outcomeUnknown', 'ended'];
const legalListens: Readonly<Record<Listen['kind'], readonly Listen['kind'][]>> = {
  // What was heard when a session was lost is asked about in the next one.
  idle: ['requesting', 'outcomeUnknown'],
  requesting: afterRequest,
  calling: afterRequest,
  ringing: afterRequest,
  listening: afterRequest,
  stopping: afterRequest,
  outcomeUnknown: afterRequest,
  ended: ['requesting', 'idle'],
};

/** A request whose answer was lost may be carried out after it was believed not to have arrived: it is that listen then. */
function isBegunLate(before: Listen, now: Listen): boolean {
  if (before.kind !== 'ended' || !['notStarted', 'endedUnseen', 'stopped'].includes(before.outcome)) return false;
  return now.kind === 'calling' || now.kind === 'ringing' || now.kind === 'listening' || now.kind === 'stopping';
}

type Step =
  | {
      readonly do: 'command';
      readonly name: 'signIn' | 'takeOver' | 'cancelSignIn' | 'signOut' | 'listen' | 'stopListening' | 'dismissListen' | 'goIdle';
    }
  | { readonly do: 'event'; readonly type: string; readonly content: unknown }
  | { readonly do: 'mood'; readonly of: InterfaceName; readonly mood: Mood }
  | { readonly do: 'drop' }
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'wait'; readonly ms: number };

const phone = ['AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook', 'AgentOther_PhoneRelease', 'AgentOther_PhoneBusy'];
const own = ['AgentState_Busy', 'AgentState_Ready', 'AgentState_Work', 'AgentState_SetNotReady_Success', 'AgentState_Force_Ready'];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      name: fc.constantFrom(
        'signIn',
        'listen',
        'listen',
        'stopListening',
        'dismissListen',
        'goIdle',
        'takeOver',
        'cancelSignIn',
        'signOut',
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      type: fc.constantFrom(...phone, ...own),
      content: fc.constantFrom(null, { phoneState: 2 }, { phoneState: 3 }, { reason: '2' }, { reason: '7' }, { reason: '0' }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('mood' as const),
      of: fc.constantFrom<InterfaceName>(
        'login',
        'getAgentEvent',
        'getAgentStatus',
        'addSupervise',
        'stopSuperviseOrInsert',
        'logout',
        'ownCall',
        'roster',
      ),
      mood: fc.constantFrom<Mood>('good', 'good', 'good', 'cut', 'hang', 'page', 'refused', 'over', 'noRight', 'elsewhere'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'drop' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: fc.constantFrom(1_000, 30_000, 200_000) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 60 }) }) },
);

/** Watches every state and everything that is sent; the function says what was against the rules. */
function watch(bench: Bench): { broken: string[]; clicks: number; stop(): void } {
  const broken: string[] = [];
  let before: AppState = bench.inspector.state();
  const stop = bench.inspector.onState((state) => {
    const parsed = appStateSchema.safeParse(state);
    if (!parsed.success) broken.push(`a state that the contract does not know: ${parsed.error.message}`);
    const from = before.session.kind;
    const to = state.session.kind;
    if (from !== to && !legalSessions[from].includes(to)) broken.push(`session ${from} to ${to}`);
    const heardBefore = before.listen.kind;
    const heard = state.listen.kind;
    if (heardBefore !== heard && !legalListens[heardBefore].includes(heard) && !isBegunLate(before.listen, state.listen)) {
      broken.push(`listen ${heardBefore} to ${heard}`);
    }
    if (heard === 'listening' && !mayListen) broken.push('listening, though the gateway refused');
    if (to !== 'signedIn' && heard !== 'idle' && heard !== 'ended') broken.push(`listen ${heard} without a session (${to})`);
    if (to !== 'signedIn' && state.phoneAlert.kind !== 'none') broken.push(`the phone rings without a session (${to})`);
    before = state;
  });
  return { broken, clicks: 0, stop };
}

async function carryOut(bench: Bench, rules: ReturnType<typeof watch>, next: Step): Promise<void> {
  const { inspector } = bench;
  switch (next.do) {
    case 'command': {
      if (next.name === 'signIn') {
        await inspector.command('signIn', {
          gatewayAddress: gateway.address,
          agentId: String(agentId),
          password: 'secret-1',
          phoneNumber: '9001',
          keepSignedIn: false,
          takeOver: false,
        });
        return;
      }
      if (next.name === 'listen') {
        const puts = requests('addSupervise');
        const signedIn = inspector.state().session.kind === 'signedIn';
        const { ok } = await inspector.command('listen', { workNo: '20001' });
        if (ok) rules.clicks += 1;
        if (ok && !signedIn) rules.broken.push('a listen was taken without a session');
        if (!ok && requests('addSupervise') > puts) rules.broken.push('a listen that was refused was sent all the same');
        return;
      }
      await inspector.command(next.name, {});
      return;
    }
    case 'event':
      events.push({ eventType: next.type, workNo: String(agentId), content: next.content });
      return;
    case 'mood':
      moods.set(next.of, next.mood);
      return;
    case 'drop':
      // A refusal that is lost with its connection is not known to Earshot.
      mayListen ||= rules.clicks > 0;
      gateway.drop();
      return;
    case 'sleep':
      mayListen ||= rules.clicks > 0;
      bench.sleep(next.ms);
      return;
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, next.ms));
      return;
  }
}

/** Whether a poll may be given up for it: a dead connection, an end of the session, a gateway that does not say whether it is there. */
function givesPollUp(step: Step): boolean {
  switch (step.do) {
    case 'sleep':
    case 'drop':
      return true;
    case 'command':
      return step.name === 'signIn' || step.name === 'signOut' || step.name === 'takeOver';
    case 'mood':
      return step.mood === 'hang' || step.mood === 'cut';
    case 'event':
    case 'wait':
      return false;
  }
}

const requests = (name: InterfaceName): number => gateway.heard.filter((each) => each.name === name && isOfThisRun(each.path)).length;

test('whatever is clicked, heard, lost and slept through, in any order: one state at a time, one poll, one request a click', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      moods = new Map();
      events = [];
      mayListen = false;
      agentId += 1;
      const overlapsBefore = gateway.overlappingPolls;
      const bench = createBench({
        clock: patientClock(factor),
        timings: { poll: { deadline: 15_000, gapAfterEvent: 200, gapAfterNothing: 500 }, listen: {}, roster: 3_000 },
      });
      const rules = watch(bench);
      // Signed in at first, so that most sequences have a session to try.
      await carryOut(bench, rules, { do: 'command', name: 'signIn' });
      await bench.session('certificate');
      await bench.inspector.command('trustCertificate', { fingerprint: gateway.fingerprint });
      await bench.until('idle', ({ session }) => session.kind === 'signedIn' && session.ownState === 'idle');
      for (const next of steps) {
        await carryOut(bench, rules, next);
        // The question of the certificate is answered by itself, whenever it comes.
        const { session } = bench.inspector.state();
        if (session.kind === 'certificate') await bench.inspector.command('trustCertificate', { fingerprint: gateway.fingerprint });
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
      await bench.inspector.close();
      rules.stop();
      expect(rules.broken).toEqual([]);
      expect(requests('addSupervise'), 'requests for a listen').toBeLessThanOrEqual(rules.clicks);
      // A poll that is given up may be answered before the gateway hears of that: once each time. Two loops would overlap all the time.
      const givenUp = steps.filter(givesPollUp).length;
      expect(gateway.overlappingPolls - overlapsBefore, 'polls at once').toBeLessThanOrEqual(givenUp);
      expect(bench.log.filter((line) => /broke|command failed/.test(line))).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 240_000);
