/** Something planned for a time. */
export interface Timed {
  readonly at: number;
  /** Order of planning, which decides between entries of the same time. */
  readonly order: number;
}

/** What is planned, the next entry first: 10,000 agents need one timer, not one each. */
export interface TimeQueue<Entry extends Timed> {
  /** Null: nothing is planned. */
  next(): Entry | null;
  add(entry: Entry): void;
  /** Takes the next entry out; null: nothing is planned. */
  take(): Entry | null;
}

/** An empty queue; a binary heap. */
export function createTimeQueue<Entry extends Timed>(): TimeQueue<Entry> {
  const heap: Entry[] = [];

  function sink(entry: Entry): void {
    let hole = 0;
    for (;;) {
      const left = heap[2 * hole + 1];
      if (left === undefined) break;
      const right = heap[2 * hole + 2];
      const rightFirst = right !== undefined && isBefore(right, left);
      const child = rightFirst ? right : left;
      if (!isBefore(child, entry)) break;
      heap[hole] = child;
      hole = 2 * hole + (rightFirst ? 2 : 1);
    }
    heap[hole] = entry;
  }

  return {
    next: () => heap[0] ?? null,
    add: (entry) => {
      let hole = heap.push(entry) - 1;
      while (hole > 0) {
        const above = (hole - 1) >> 1;
        const parent = heap[above];
        if (parent === undefined || !isBefore(entry, parent)) break;
        heap[hole] = parent;
        hole = above;
      }
      heap[hole] = entry;
    },
    take: () => {
      const first = heap[0] ?? null;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) sink(last);
      return first;
    },
  };
}

function isBefore(one: Timed, other: Timed): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
