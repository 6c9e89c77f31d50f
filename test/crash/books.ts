import { freshRosterView, type RosterView } from '../../contract/rosterView.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import type { WindowPlace } from '../../main/electron/windowPlace.ts';
import { createExpected, type Expected } from './expected.ts';

export type Choices = Pick<Settings, 'alertVolume' | 'longTalkMinutes' | 'rosterInterval'>;

/** What the inspector did, and what of it must be there after a crash. */
export interface Books {
  readonly settings: Expected<Choices>;
  readonly view: Expected<RosterView>;
  readonly place: Expected<WindowPlace | null>;
  /** Fingerprints that are trusted for the gateway. */
  readonly trusted: Expected<readonly string[]>;
  /** Texts of notes, by the notes' ids. */
  readonly notes: Map<string, Expected<string>>;
  /** A session that Earshot has shown, written down, and was not asked to end: the next one must take it up. */
  session: 'mayBe' | 'mustBe';
}

export function createBooks(): Books {
  return {
    settings: createExpected<Choices>('settings', { alertVolume: 0, longTalkMinutes: 0, rosterInterval: 0 }),
    view: createExpected('roster view', freshRosterView),
    place: createExpected<WindowPlace | null>('window place', null),
    trusted: createExpected<readonly string[]>('trusted certificates', []),
    notes: new Map(),
    session: 'mayBe',
  };
}

/** The text of a note: empty until one is written. */
export function noteIn({ notes }: Books, id: string): Expected<string> {
  const known = notes.get(id) ?? createExpected(`note ${id}`, '');
  notes.set(id, known);
  return known;
}

/** Three choices of one command: found mixed, they are of no number. */
export function choicesOf(number: number): Choices {
  return { alertVolume: number % 101, longTalkMinutes: 1 + (number % 240), rosterInterval: 1 + (number % 60) };
}

export function viewOf(number: number): RosterView {
  return {
    ...freshRosterView,
    overview: number % 2 === 0,
    favourites: [String(number)],
    filter: { ...freshRosterView.filter, query: `view ${String(number)}` },
  };
}

export function placeOf(number: number): WindowPlace {
  return { x: number, y: number + 1, width: 800 + number, height: 600 + number, maximized: number % 2 === 0 };
}

export function choicesIn({ settings: { values } }: AppState): Choices {
  return { alertVolume: values.alertVolume, longTalkMinutes: values.longTalkMinutes, rosterInterval: values.rosterInterval };
}

export function trustedIn({ trust }: AppState): readonly string[] {
  return trust.gateways.flatMap(({ pins }) => pins.map(({ fingerprint }) => fingerprint));
}

/** Throws unless an Earshot that was started again knows all that it must. */
export function expectKnown(books: Books, { place, state }: { readonly place: WindowPlace | null; readonly state: AppState }): void {
  const damaged = state.notices.filter(({ kind }) => kind === 'keptDamaged' || kind === 'pinsDamaged' || kind === 'auditTampering');
  if (damaged.length > 0) throw new Error(`said to be damaged: ${JSON.stringify(damaged)}`);
  books.settings.found(choicesIn(state));
  books.view.found(state.rosterView);
  books.place.found(place);
  books.trusted.found(trustedIn(state));
}
