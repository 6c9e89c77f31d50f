import type { Clock, Simulator } from '../../../simulator/index.ts';
import type { Random } from '../../../simulator/random.ts';
import { createBench, signIn, type Bench } from '../../support/inspectorOnSimulator.ts';
import { drawPlan, type Plan } from './plan.ts';
import { newRecord, noteClaim, type DeskRecord } from './record.ts';

/** How often a person, and the one who judges, looks. */
const look = 200;
/** From a click to giving up hope of a ring: past the gateway's slowest answer, and Earshot's own patience with a ring. */
const patience = 70_000;
/** For how long a person waits for the window to say what they know, before they click. */
const puzzled = 40_000;
/** Now and then nobody listens for a while. */
const restEvery = 12;
const firstRest = 2;
const rest = 60_000;

export interface DeskOptions {
  readonly simulator: Simulator;
  readonly clock: Clock;
  readonly inspector: string;
  /** Agents whom nobody else listens to. */
  readonly agents: readonly [string, string];
  readonly random: Random;
  readonly listens: number;
  /** Told of each listen that is over. */
  readonly over: () => void;
}

/** One inspector at Earshot's core, with simulated hands, for so many listens; what was shown and done is the record. */
export async function atOneDesk(options: DeskOptions): Promise<DeskRecord> {
  const { simulator, clock, inspector } = options;
  const record = newRecord(inspector);
  const stop = simulator.onJournal((entry) => {
    if (entry.agentId === inspector) record.journal.push(entry);
  });
  const desk = new Desk(options, record);
  try {
    await desk.signIn();
    for (let nth = 0; nth < options.listens; nth += 1) {
      await desk.listenOnce(nth);
      options.over();
      if (nth % restEvery === firstRest) await desk.rest();
    }
    simulator.setHabits({}, inspector);
    noteClaim(record, clock.now(), desk.bench.inspector.state());
    return record;
  } finally {
    stop();
    await desk.close();
  }
}

class Desk {
  readonly #here: DeskOptions;
  readonly #record: DeskRecord;
  #bench: Bench | undefined;
  #stopLooking = (): void => undefined;

  constructor(options: DeskOptions, record: DeskRecord) {
    this.#here = options;
    this.#record = record;
  }

  get bench(): Bench {
    if (this.#bench === undefined) throw new Error(`${this.#here.inspector} has not signed in`);
    return this.#bench;
  }

  /** A new core, signed in while the gateway behaves. */
  async signIn(): Promise<void> {
    const { simulator, clock, inspector } = this.#here;
    const account = simulator.inspectors.find(({ agentId }) => agentId === inspector);
    if (account === undefined) throw new Error(`The simulator has no inspector ${inspector}`);
    await this.close();
    simulator.setHabits({}, inspector);
    if (simulator.sessionOf(inspector).signedIn) simulator.endSession(inspector);
    const ownClock = { now: () => clock.now(), wall: () => clock.now(), after: clock.after.bind(clock) };
    const bench = createBench({ pace: 'asReleased', clock: ownClock, patience: 120_000 });
    this.#bench = bench;
    await signIn(bench, simulator, { agentId: inspector, password: account.password, phoneNumber: account.phone });
    // The window is open.
    bench.inspector.subscribeToRoster(() => undefined).watch(true);
    const note = (): void => {
      noteClaim(this.#record, clock.now(), bench.inspector.state());
    };
    this.#stopLooking = bench.inspector.onState(note);
    note();
  }

  async close(): Promise<void> {
    this.#stopLooking();
    await this.#bench?.inspector.close();
    this.#bench = undefined;
  }

  /** Nobody listens, and the gateway behaves: what Earshot asks for then is what idling costs. */
  async rest(): Promise<void> {
    const { simulator, clock, inspector } = this.#here;
    simulator.setHabits({}, inspector);
    const from = clock.now();
    await this.pause(rest);
    // Who is signed out asks for nothing, which is no thrift.
    if (this.#isSignedIn()) this.#record.rests.push({ from, to: clock.now() });
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#here.clock.after(ms, resolve));
  }

  async listenOnce(nth: number): Promise<void> {
    const { simulator, inspector, agents, random } = this.#here;
    const plan = drawPlan(random);
    const workNo = agents[nth % agents.length] ?? agents[0];
    simulator.setHabits(plan.habits, inspector);
    simulator.setPhone(inspector, plan.phone);
    if (simulator.agent(workNo).state !== 'talking') simulator.setAgent(workNo, { state: 'talking' });
    if (!(await this.#ask(nth, workNo, plan))) return;
    await this.#until(patience, () => this.#isHeard() || (this.#isAtRest() && this.#isFree()));
    if (this.#isHeard()) {
      await this.#until(plan.talk, () => !this.#isHeard());
      if (this.#isHeard()) await this.#end(plan);
    }
    await this.#comeToRest();
    await this.pause(plan.pause);
  }

  /** Clicks "Listen" until Earshot takes it; false when it does not for a minute. */
  async #ask(nth: number, workNo: string, plan: Plan): Promise<boolean> {
    for (let tries = 0; tries < 30; tries += 1) {
      if (!this.#isSignedIn()) {
        await this.signIn();
        this.#here.simulator.setHabits(plan.habits, this.#here.inspector);
      }
      const at = this.#here.clock.now();
      const { ok } = await this.bench.inspector.command('listen', { workNo });
      this.#record.clicks.push({ at, what: 'listen', workNo, taken: ok });
      if (ok) {
        this.#record.asked.push({ at, nth, workNo, plan });
        return true;
      }
      // A listen that is still shown has a Stop button.
      if (!this.#isAtRest()) await this.#clickStop();
      await this.pause(2_000);
    }
    return false;
  }

  async #end(plan: Plan): Promise<void> {
    const { simulator, inspector } = this.#here;
    const workNo = simulator.inspectionOf(inspector)?.workNo;
    switch (plan.end) {
      case 'hangUp':
        simulator.hangUp(inspector);
        return;
      case 'callEnds':
        if (workNo !== undefined) simulator.setAgent(workNo, { state: 'wrapUp' });
        return;
      case 'stop':
      case 'next':
        // Where Earshot shows no listen there is nothing to click.
        if (!this.#isAtRest()) await this.#clickStop();
        return;
    }
  }

  /** Until nobody is heard and nothing is shown of it; a person who waits too long clicks Stop, or, where there is none, hangs up. */
  async #comeToRest(): Promise<void> {
    const { simulator, inspector } = this.#here;
    const isOver = (): boolean => this.#isAtRest() && this.#isFree();
    for (let tries = 0; tries < 4; tries += 1) {
      if (await this.#until(puzzled, isOver)) return;
      if (!this.#isAtRest()) await this.#clickStop();
      else if (this.#isHeard()) simulator.hangUp(inspector);
    }
    if (this.#isHeard()) simulator.hangUp(inspector);
    await this.#until(puzzled, isOver);
  }

  async #clickStop(): Promise<void> {
    const at = this.#here.clock.now();
    const { ok } = await this.bench.inspector.command('stopListening', {});
    this.#record.clicks.push({ at, what: 'stop', workNo: null, taken: ok });
  }

  #isHeard(): boolean {
    return this.#here.simulator.inspectionOf(this.#here.inspector)?.step === 'listening';
  }

  /** Whether the gateway has no listen of this inspector. */
  #isFree(): boolean {
    return this.#here.simulator.inspectionOf(this.#here.inspector) === null;
  }

  #isAtRest(): boolean {
    const { kind } = this.bench.inspector.state().listen;
    return kind === 'idle' || kind === 'ended';
  }

  #isSignedIn(): boolean {
    return this.bench.inspector.state().session.kind === 'signedIn';
  }

  /** False when it did not come true in so many milliseconds. */
  async #until(ms: number, isSo: () => boolean): Promise<boolean> {
    const end = this.#here.clock.now() + ms;
    while (!isSo()) {
      if (this.#here.clock.now() >= end) return false;
      await this.pause(Math.min(look, end - this.#here.clock.now()));
    }
    return true;
  }
}
