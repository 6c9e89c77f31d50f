/** Room for some stays of one agent. */
export interface StayRoom {
  readonly page: Int32Array;
  /** Where in the page it begins. */
  readonly at: number;
  /** How many stays fit. */
  readonly stays: number;
}

/** Numbers a page: 256 KB. */
const pageLength = 65_536;

/** Who needs as much has an array of their own: in a page, what all have outgrown would be left empty. */
const muchRoom = 8;

/**
 * Gives out room for stays of `fields` numbers each, little ones in pages that agents share: sixty thousand small arrays would take
 * twenty megabytes before anything stood in them, and the collector's time.
 */
export function createStayRooms(fields: number): { give(stays: number): StayRoom; takeBack(room: StayRoom): void } {
  const free = new Map<number, StayRoom[]>();
  let page = new Int32Array(0);
  let used = 0;
  return {
    give: (stays) => {
      if (stays >= muchRoom) return { page: new Int32Array(stays * fields), at: 0, stays };
      const again = free.get(stays)?.pop();
      if (again !== undefined) return again;
      if (used + stays * fields > page.length) {
        page = new Int32Array(pageLength);
        used = 0;
      }
      const at = used;
      used += stays * fields;
      return { page, at, stays };
    },
    takeBack: (room) => {
      if (room.stays >= muchRoom) return;
      const others = free.get(room.stays);
      if (others === undefined) free.set(room.stays, [room]);
      else others.push(room);
    },
  };
}
