import { agentStates, type AgentState } from '../../contract/agentState.ts';
import { sinceKinds, type SinceKind, type StateSpan } from '../../contract/roster.ts';
import { createStayRooms } from './stayRoom.ts';
import { cutByGaps, type Gap, type Stay } from './spans.ts';

/** The states of every agent as seen in this session. */
export interface StateHistory {
  /** The agent entered a state, or was found in it. Said again of the present state, it changes nothing. */
  enter(workNo: string, state: AgentState, from: number, fromIs: SinceKind): void;
  /** The gateway said at `now` that the agent is in their present state since `from`, gaps or none. */
  confirm(workNo: string, from: number, now: number): void;
  /** Nobody looked between these two moments. */
  gap(from: number, until: number): void;
  /** Oldest first; empty when this agent was never seen. */
  of(workNo: string): StateSpan[];
  clear(): void;
}

/** So many changes of one agent are kept, more than a shift's; when there are more, the oldest third goes. */
const mostStays = 150;

/** More agents than any centre has, so that a gateway which makes numbers up cannot fill the memory. */
const mostAgents = 100_000;

/** Looking away more often than this forgets what was before, rather than to show a gap as known. */
const mostGaps = 400;

/** Two ways to say the same moment may differ by this: the gateway counts whole seconds. */
const sameMoment = 1_500;

/** 32 bits of hundredths of a second reach over 248 days to either side of the first moment. */
const tick = 10;

/** A stay is three numbers: from, its state and kind, and until when the gateway confirmed it (0: it did not). */
const fields = 3;

/** An agent's room, and how many stays are in it: one object, as sixty thousand of them are made at once. */
interface Track {
  page: Int32Array;
  at: number;
  room: number;
  stays: number;
}

/** Ten thousand agents a whole shift long: numbers in large arrays, a few bytes a change, instead of objects. */
export function createStateHistory(): StateHistory {
  const tracks = new Map<string, Track>();
  let rooms = createStayRooms(fields);
  let gaps: Gap[] = [];
  let origin: number | null = null;
  let forgottenUntil = -Infinity;

  const ticks = (moment: number): number => Math.round((moment - (origin ?? moment)) / tick);
  const moment = (count: number): number => (origin ?? 0) + count * tick;

  function stayAt({ page, at }: Track, index: number): Stay {
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

  function write({ page, at }: Track, index: number, { from, state, fromIs, confirmedUntil }: Stay): void {
    const place = at + index * fields;
    page[place] = ticks(from);
    page[place + 1] = agentStates.indexOf(state) * sinceKinds.length + sinceKinds.indexOf(fromIs);
    page[place + 2] = confirmedUntil === null ? 0 : Math.max(1, ticks(confirmedUntil));
  }

  function append(track: Track, stay: Stay): void {
    const { page, at, room } = track;
    if (track.stays === mostStays) {
      const dropped = Math.floor(mostStays / 3);
      page.copyWithin(at, at + dropped * fields, at + mostStays * fields);
      track.stays -= dropped;
    } else if (track.stays === room) {
      const larger = rooms.give(Math.min(room * 2, mostStays));
      larger.page.set(page.subarray(at, at + room * fields), larger.at);
      rooms.takeBack({ page, at, stays: room });
      track.page = larger.page;
      track.at = larger.at;
      track.room = larger.stays;
    }
    write(track, track.stays, stay);
    track.stays += 1;
  }

  function last(track: Track): Stay | null {
    return track.stays === 0 ? null : stayAt(track, track.stays - 1);
  }

  return {
    enter: (workNo, state, from, fromIs) => {
      origin ??= from;
      let track = tracks.get(workNo);
      if (track === undefined) {
        if (tracks.size >= mostAgents) return;
        const { page, at, stays: room } = rooms.give(1);
        track = { page, at, room, stays: 0 };
        tracks.set(workNo, track);
      }
      if (last(track)?.state !== state) append(track, { from, state, fromIs, confirmedUntil: null });
    },
    confirm: (workNo, from, now) => {
      const track = tracks.get(workNo);
      const present = track === undefined ? null : last(track);
      if (track === undefined || present === null) return;
      const confirmed: Stay = { from, state: present.state, fromIs: 'exact', confirmedUntil: now };
      // Later than thought: the agent left this state and came back while nobody looked, or between two looks.
      if (from > present.from + sameMoment) {
        append(track, confirmed);
        return;
      }
      const before = track.stays > 1 ? stayAt(track, track.stays - 2).from : -Infinity;
      write(track, track.stays - 1, { ...confirmed, from: Math.max(from, before) });
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
        Array.from({ length: track.stays }, (_, index) => stayAt(track, index)),
        gaps,
        forgottenUntil,
      );
    },
    clear: () => {
      tracks.clear();
      rooms = createStayRooms(fields);
      gaps = [];
      origin = null;
      forgottenUntil = -Infinity;
    },
  };
}
