import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { AppState, Listen, Session } from '../../contract/state.ts';
import type { AlertPlan, SurfaceName, ToastPlan, TrayPlan } from '../../main/alerts/surfaces.ts';
import { createInspector } from '../../main/app/compose.ts';
import type { InspectorOptions } from '../../main/app/inspectorOptions.ts';
import type { Inspector, RosterSubscription } from '../../main/app/inspector.ts';
import type { Clock } from '../../main/ports/clock.ts';
import type { SecretBox } from '../../main/ports/storage.ts';
import { nothingAdministered, type Administered } from '../../main/settings/administered.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import { showingSurfaces } from './alerts.ts';
import { gatewayCertificate } from './gatewayCertificate.ts';
import { keptPort } from './keptPort.ts';
import { testClock } from './patientClock.ts';
import { quickTimings } from './quickTimings.ts';
import { readableBox } from './readableBox.ts';
import { memoryLogbook, rememberingLog } from './silentLog.ts';

/** The core, as a host holds it, with everything that it showed, kept and logged open to a test. */
export interface Bench {
  readonly inspector: Inspector;
  readonly log: readonly string[];
  /** Earshot's own folder; made when something is written into it. */
  readonly dataFolder: string;
  /** Files that the inspector was given. */
  readonly saved: { readonly name: string; readonly text: string }[];
  /** What is on disk. */
  readonly disk: { content: Record<string, unknown> };
  readonly shown: {
    /** What is on every surface now. */
    present: Omit<AlertPlan, 'tray'> & { readonly tray: TrayPlan | null };
    /** Every toast that there was. */
    readonly toasts: ToastPlan[];
    /** Every part that was asked, in order. */
    readonly all: { readonly name: SurfaceName; readonly plan: AlertPlan[SurfaceName] }[];
  };
  /** Every kind of listen step that was shown, in order. */
  readonly listenSteps: Listen['kind'][];
  /** The computer slept for so many milliseconds, and woke up. */
  sleep(milliseconds: number): void;
  /** The core's clock: after pauses of the machine, it is behind the machine's. */
  now(): number;
  /** The computer slept for so many milliseconds, and nobody tells. */
  jump(milliseconds: number): void;
  /** Somebody sets the computer's date so many milliseconds ahead, or back. */
  setDate(milliseconds: number): void;
  /** The computer's date. */
  date(): number;
  /** The date of which no file of the log may be older; null: none goes for its age. */
  logOldest(): number | null;
  /** The administrator sets something else; it is read when the computer wakes up. */
  administer(administered: Partial<Administered>): void;
  /** A cable, Wi-Fi or VPN came or went. */
  changeNetwork(): void;
  /** How soon a change of the network would be told, milliseconds; null: nobody looks. */
  networkLooks(): number | null;
  /** Waits until the state fits; when that takes too long, fails with `what` never came and what there was instead. */
  until(what: string, fits: (state: AppState) => boolean): Promise<AppState>;
  session<Kind extends Session['kind']>(kind: Kind): Promise<Extract<Session, { kind: Kind }>>;
  listen<Kind extends Listen['kind']>(kind: Kind): Promise<Extract<Listen, { kind: Kind }>>;
}

export { readableBox };

let ownFolder: string | null = null;

/** A folder for all that the cores of this process write; gone with it. */
function benchFolder(): string {
  if (ownFolder === null) {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
    ownFolder = folder;
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
  }
  return ownFolder;
}

export interface BenchOptions {
  readonly dataFolder?: string;
  readonly disk?: Record<string, unknown>;
  readonly secretBox?: SecretBox;
  readonly administered?: Partial<Administered>;
  readonly systemProxy?: (url: string) => Promise<string>;
  readonly timings?: InspectorOptions['timings'];
  /** `asReleased`: the product's own timings, for a clock that runs faster instead. */
  readonly pace?: 'quick' | 'asReleased';
  readonly clock?: Clock;
  /** How long `until` waits, in real milliseconds. */
  readonly patience?: number;
}

export function createBench(options: BenchOptions = {}): Bench {
  const log = rememberingLog();
  const dataFolder = options.dataFolder ?? path.join(benchFolder(), randomUUID());
  const saved: Bench['saved'] = [];
  const disk = { content: options.disk ?? {} };
  const loginItem: boolean[] = [];
  const administered = { present: { ...nothingAdministered, ...options.administered } };
  const shown: Bench['shown'] = {
    present: { tray: null, badge: null, attention: false, page: false, toast: null, sound: null, window: null, raise: false },
    toasts: [],
    all: [],
  };
  const listenSteps: Listen['kind'][] = [];
  let resume = (): void => undefined;
  let logOldest = (): number | null => null;
  let slept = 0;
  let set = 0;
  const networkListeners = new Map<() => void, number>();
  const clock = options.clock ?? testClock();
  const now = (): number => clock.now() + slept;
  const inspector = createInspector(
    {
      version: '0.0.0',
      clock: { now, wall: () => clock.wall() + slept + set, after: clock.after },
      monotonic: clock.now,
      upFor: now,
      random: Math.random,
      secretBox: options.secretBox ?? readableBox,
      persisted: { damaged: false, read: () => disk.content, write: (value) => (disk.content = structuredClone(value)) },
      readFile: (file) => readFileSync(file),
      // No public authority vouches for a simulator, and to take them all up costs more than most tests (test/trust has them).
      systemAuthorities: () => [],
      administered: administered.present,
      loginItem: {
        set: (on) => {
          loginItem.push(on);
          return 'asSet';
        },
      },
      readAdministered: () => Promise.resolve(administered.present),
      surfaces: showingSurfaces((name, plan) => {
        shown.all.push({ name, plan });
        shown.present = { ...shown.present, [name]: plan };
        if (name === 'toast' && shown.present.toast !== null) shown.toasts.push(shown.present.toast);
      }),
      log,
      logbook: memoryLogbook(log, (bounds) => (logOldest = bounds.oldest)),
      dataFolder,
      about: { host: 'web', system: 'test', versions: [] },
      saveFile: (name, text) => {
        saved.push({ name, text });
        return Promise.resolve({ kind: 'saved', name });
      },
      onResume: (listener) => {
        resume = listener;
      },
      onNetworkChange: (soon, listener) => {
        networkListeners.set(listener, soon);
        return () => networkListeners.delete(listener);
      },
      systemProxy: options.systemProxy ?? (() => Promise.resolve('DIRECT')),
    },
    { form: null, timings: { ...(options.pace === 'asReleased' ? {} : quickTimings), ...options.timings } },
  );
  inspector.onState((state) => {
    if (listenSteps.at(-1) !== state.listen.kind) listenSteps.push(state.listen.kind);
  });

  function until(what: string, fits: (state: AppState) => boolean): Promise<AppState> {
    return new Promise((resolve, reject) => {
      const check = (state: AppState): void => {
        if (!fits(state)) return;
        clearTimeout(timer);
        stop();
        resolve(state);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Never came: ${what}. State: ${JSON.stringify(inspector.state())}`));
      }, options.patience ?? 30_000);
      const stop = inspector.onState(check);
      check(inspector.state());
    });
  }

  return {
    inspector,
    log: log.lines,
    disk,
    dataFolder,
    saved,
    shown,
    listenSteps,
    now,
    sleep: (milliseconds) => {
      slept += milliseconds;
      resume();
    },
    jump: (milliseconds) => {
      slept += milliseconds;
    },
    setDate: (milliseconds) => {
      set += milliseconds;
    },
    date: () => clock.wall() + slept + set,
    logOldest: () => logOldest(),
    administer: (next) => {
      administered.present = { ...nothingAdministered, ...next };
    },
    changeNetwork: () => {
      for (const listener of networkListeners.keys()) listener();
    },
    networkLooks: () => [...networkListeners.values()].at(-1) ?? null,
    until,
    session: async <Kind extends Session['kind']>(kind: Kind) => {
      const { session } = await until(`session ${kind}`, (state) => state.session.kind === kind);
      return session as Extract<Session, { kind: Kind }>;
    },
    listen: async <Kind extends Listen['kind']>(kind: Kind) => {
      const { listen } = await until(`listen ${kind}`, (state) => state.listen.kind === kind);
      return listen as Extract<Listen, { kind: Kind }>;
    },
  };
}

/** A still centre of few agents, quick in everything. */
export async function quickSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  return startSimulator({
    agents: 20,
    centre: 'still',
    phone: { kind: 'picksUp', afterMs: 100 },
    queryLimit: 'off',
    certificate: await gatewayCertificate(),
    port: await keptPort(),
    clock: testClock(),
    ...options,
    timings: { pollHold: 300, signIn: 5, busy: 5, ring: 30, ...options.timings },
  });
}

/** The first inspector's sign-in, as they would type it. */
export function signInOf(simulator: Simulator, more: Partial<CommandInput<'signIn'>> = {}) {
  const account = simulator.inspectors[0];
  if (account === undefined) throw new Error('The simulator has no inspector.');
  return {
    gatewayAddress: `127.0.0.1:${String(simulator.port)}`,
    agentId: account.agentId,
    password: account.password,
    phoneNumber: account.phone,
    keepSignedIn: false,
    takeOver: false,
    ...more,
  };
}

/** Signs in, trusting the simulator's certificate on the way; waits until the own state is known. */
export async function signIn(bench: Bench, simulator: Simulator, more: Parameters<typeof signInOf>[1] = {}): Promise<void> {
  accept(await bench.inspector.command('signIn', signInOf(simulator, more)));
  const { session } = await bench.until(
    'a certificate question or a session',
    ({ session: { kind } }) => kind === 'certificate' || kind === 'signedIn',
  );
  if (session.kind === 'certificate') {
    accept(await bench.inspector.command('trustCertificate', { fingerprint: session.question.certificate.fingerprint }));
  }
  await bench.until(
    'signed in and the own state known',
    (state) => state.session.kind === 'signedIn' && state.session.ownState !== 'unknown',
  );
}

export function accept(answer: CommandAnswer): void {
  if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}`);
}

/** A renderer's roster, kept by following the messages. */
export interface WatchedRoster extends Pick<RosterSubscription, 'watch' | 'watchAgents'> {
  rows(): ReadonlyMap<string, RosterRow>;
  readonly messages: readonly RosterMessage[];
  stop(): void;
}

export function watchRoster(bench: Bench): WatchedRoster {
  let rows = new Map<string, RosterRow>();
  const messages: RosterMessage[] = [];
  const subscription = bench.inspector.subscribeToRoster((message) => {
    messages.push(message);
    if (message.kind === 'details') return;
    if (message.kind === 'snapshot') rows = new Map(message.rows.map((row) => [row.workNo, row]));
    else {
      for (const workNo of message.removed) rows.delete(workNo);
      for (const row of message.changed) rows.set(row.workNo, row);
    }
  });
  subscription.watch(true);
  return { rows: () => rows, messages, watch: subscription.watch, watchAgents: subscription.watchAgents, stop: subscription.close };
}
