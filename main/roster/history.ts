import { agentStates, type AgentState } from '../../contract/agentState.ts';
import { sinceKinds, type SinceKind, type StateInterval } from '../../contract/roster.ts';
import { createEntryStorage, type EntryBlock } from './entryStorage.ts';
import { cutByGaps, type Gap, type StateEntry } from './stateIntervals.ts';

/** The states of every agent as seen in this session. */
export interface StateHistory {
  /** The agent entered a state, or was found in it. Said again of the present state, it changes nothing. */
  enter(workNo: string, state: AgentState, from: number, fromIs: SinceKind): void;
  /** The gateway said at `now` that the agent is in their present state since `from`, gaps or none. */
  confirm(workNo: string, from: number, now: number): void;
  /** The list was not polled between these two moments. */
  gap(from: number, until: number): void;
  /** Oldest first; empty when this agent was never seen. */
  of(workNo: string): StateInterval[];
  clear(): void;
}

/** Changes kept of one agent, more than a shift's; beyond that, the oldest third goes. */
const mostEntries = 150;

/** More agents than any centre has, so that a gateway that invents work numbers cannot fill the memory. */
const mostAgents = 100_000;

/** With more gaps than this, what was before the oldest is forgotten, so that no gap is shown as known. */
const mostGaps = 400;

/** Milliseconds by which two times of the same moment may differ: the gateway counts whole seconds. */
const sameMoment = 1_500;

/** 32 bits of hundredths of a second reach over 248 days to either side of the first moment. */
const tick = 10;

/** An entry is three numbers: from, its state and kind, and until when the gateway confirmed it (0: it did not). */
const fields = 3;

interface Track {
  block: EntryBlock;
  entries: number;
}

/** Ten thousand agents a whole shift long: numbers in large arrays, a few bytes a change, instead of objects. */
export function createStateHistory(): StateHistory {
  const tracks = new Map<string, Track>();
  let storage = createEntryStorage(fields);
  let gaps: Gap[] = [];
  let origin: number | null = null;
  let forgottenUntil = -Infinity;

  const ticks = (moment: number): number => Math.round((moment - (origin ?? moment)) / tick);
  const moment = (count: number): number => (origin ?? 0) + count * tick;

  function entryAt({ block: { page, at } }: Track, index: number): StateEntry {
    const place = at + index * fields;
    const code = page[place + 1] ?? 0;
    const confirmed = page[place + 2] ?? 0;
    return {
      from: moment(page[place] ?? 0),
      state: agentStates[Math.floor(code / sinceKinds.length)] ?? 'unknown',
      fromIs: sinceKinds[code % sinceKinds.length] ?? 'atLeast',
      confirmedUntil: confirmed === 0 ? null : moment(confirmed),
    };
  }

  function write({ block: { page, at } }: Track, index: number, { from, state, fromIs, confirmedUntil }: StateEntry): void {
    const place = at + index * fields;
    page[place] = ticks(from);
    page[place + 1] = agentStates.indexOf(state) * sinceKinds.length + sinceKinds.indexOf(fromIs);
    page[place + 2] = confirmedUntil === null ? 0 : Math.max(1, ticks(confirmedUntil));
  }

  function append(track: Track, entry: StateEntry): void {
    const { page, at, entries } = track.block;
    if (track.entries === mostEntries) {
      const dropped = Math.floor(mostEntries / 3);
      page.copyWithin(at, at + dropped * fields, at + mostEntries * fields);
      track.entries -= dropped;
    } else if (track.entries === entries) {
      const larger = storage.allocate(Math.min(entries * 2, mostEntries));
      larger.page.set(page.subarray(at, at + entries * fields), larger.at);
      storage.release(track.block);
      track.block = larger;
    }
    write(track, track.entries, entry);
    track.entries += 1;
  }

  function last(track: Track): StateEntry | null {
    return track.entries === 0 ? null : entryAt(track, track.entries - 1);
  }

  return {
    enter: (workNo, state, from, fromIs) => {
      origin ??= from;
      let track = tracks.get(workNo);
      if (track === undefined) {
        if (tracks.size >= mostAgents) return;
        track = { block: storage.allocate(1), entries: 0 };
        tracks.set(workNo, track);
      }
      if (last(track)?.state !== state) append(track, { from, state, fromIs, confirmedUntil: null });
    },
    confirm: (workNo, from, now) => {
      const track = tracks.get(workNo);
      const present = track === undefined ? null : last(track);
      if (track === undefined || present === null) return;
      const confirmed: StateEntry = { from, state: present.state, fromIs: 'exact', confirmedUntil: now };
      // Later than thought: the agent left this state and came back while nothing was polled, or between two polls.
      if (from > present.from + sameMoment) {
        append(track, confirmed);
        return;
      }
      const before = track.entries > 1 ? entryAt(track, track.entries - 2).from : -Infinity;
      write(track, track.entries - 1, { ...confirmed, from: Math.max(from, before) });
    },
    gap: (from, until) => {
      gaps.push({ from, until });
      if (gaps.length <= mostGaps) return;
      forgottenUntil = gaps[0]?.until ?? forgottenUntil;
      gaps = gaps.slice(1);
    },
    of: (workNo) => {
      const track = tracks.get(workNo);
      if (track === undefined) return [];
      return cutByGaps(
        Array.from({ length: track.entries }, (_, index) => entryAt(track, index)),
        gaps,
        forgottenUntil,
      );
    },
    clear: () => {
      tracks.clear();
      storage = createEntryStorage(fields);
      gaps = [];
      origin = null;
      forgottenUntil = -Infinity;
    },
  };
}
