import type { News } from './news.ts';

/** A test that is under way, by the runner's own id. */
export interface Running {
  readonly name: string;
  /** On the clock that the board is given, in milliseconds. */
  readonly since: number;
}

/** A test by its file and its full title, with why it failed or was skipped. */
export interface Told {
  readonly file: string;
  readonly title: string;
  readonly why: string;
}

/** What is known of a part of the tests while it runs, and when it is done. */
export interface PartState {
  readonly passed: number;
  readonly failed: readonly Told[];
  readonly skipped: readonly Told[];
  /** What failed outside of any test. */
  readonly broken: readonly string[];
  readonly steps: { readonly done: number; readonly of: number };
  readonly running: ReadonlyMap<string, Running>;
  /** It came to its end. */
  readonly finished: boolean;
}

export const nothingYet: PartState = {
  passed: 0,
  failed: [],
  skipped: [],
  broken: [],
  steps: { done: 0, of: 0 },
  running: new Map(),
  finished: false,
};

/** What is known after this news. */
export function hear(state: PartState, news: News, now: number): PartState {
  switch (news.kind) {
    case 'planned':
      return { ...state, steps: { ...state.steps, of: state.steps.of + news.steps } };
    case 'stepDone':
      return { ...state, steps: { ...state.steps, done: state.steps.done + 1 } };
    case 'began':
      return { ...state, running: new Map(state.running).set(news.id, { name: news.title, since: now }) };
    case 'ended':
      return ended(state, news);
    case 'broken':
      return { ...state, broken: [...state.broken, news.what] };
    case 'finished':
      return { ...state, finished: true };
  }
}

function ended(state: PartState, { id, outcome, file, title, why }: Extract<News, { kind: 'ended' }>): PartState {
  const running = new Map([...state.running].filter(([key]) => key !== id));
  const told: Told = { file, title, why };
  switch (outcome) {
    case 'passed':
      return { ...state, running, passed: state.passed + 1 };
    case 'failed':
      return { ...state, running, failed: [...state.failed, told] };
    case 'skipped':
      return { ...state, running, skipped: [...state.skipped, told] };
  }
}

/** Milliseconds after which a test is named while it runs. */
const slow = 20_000;

/** Where all parts stand, in a line: done of how many, failures so far, and the test that has been running longest if that is long. */
export function progressLine(parts: readonly { readonly name: string; readonly state: PartState }[], now: number): string {
  const words = parts.map(({ name, state }) => {
    const { done, of } = state.steps;
    const failures = state.failed.length + state.broken.length;
    return `${name}${of > 0 ? ` ${String(done)}/${String(of)}` : ''}${failures > 0 ? ` (${String(failures)} failed)` : ''}`;
  });
  const oldest = parts.flatMap(({ state }) => [...state.running.values()]).sort((one, other) => one.since - other.since)[0];
  const waited = oldest === undefined ? 0 : now - oldest.since;
  const slowest = oldest === undefined || waited < slow ? [] : [`${String(Math.floor(waited / 1000))} s: ${oldest.name}`];
  return [...words, ...slowest].join(' · ');
}
