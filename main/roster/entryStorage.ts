/** Storage for some entries of one agent. */
export interface EntryBlock {
  readonly page: Int32Array;
  /** Where in the page it begins. */
  readonly at: number;
  /** How many entries fit. */
  readonly entries: number;
}

/** Numbers a page: 256 KB. */
const pageLength = 65_536;

/** Entries from which a block is an array of its own: in a shared page, outgrown blocks of this size would stay empty. */
const largeBlock = 8;

/**
 * Allocates blocks for entries of `fields` numbers each, small ones in pages shared by many agents: sixty thousand small arrays would
 * take twenty megabytes while still empty, and slow the garbage collector.
 */
export function createEntryStorage(fields: number): { allocate(entries: number): EntryBlock; release(block: EntryBlock): void } {
  const free = new Map<number, EntryBlock[]>();
  let page = new Int32Array(0);
  let used = 0;
  return {
    allocate: (entries) => {
      if (entries >= largeBlock) return { page: new Int32Array(entries * fields), at: 0, entries };
      const again = free.get(entries)?.pop();
      if (again !== undefined) return again;
      if (used + entries * fields > page.length) {
        page = new Int32Array(pageLength);
        used = 0;
      }
      const at = used;
      used += entries * fields;
      return { page, at, entries };
    },
    release: (block) => {
      if (block.entries >= largeBlock) return;
      const others = free.get(block.entries);
      if (others === undefined) free.set(block.entries, [block]);
      else others.push(block);
    },
  };
}
