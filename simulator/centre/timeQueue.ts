/** Something planned for a time. */
export interface Timed {
  readonly at: number;
  /** Order of planning, which decides between entries of the same time. */
  readonly order: number;
}

function isBefore(one: Timed, other: Timed): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A binary heap, the next entry first: 10,000 agents need one timer, not one each. */
export class TimeQueue<Entry extends Timed> {
  readonly #heap: Entry[] = [];

  next(): Entry | undefined {
    return this.#heap[0];
  }

  add(entry: Entry): void {
    const heap = this.#heap;
    let hole = heap.push(entry) - 1;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[hole] = parent;
      hole = above;
    }
    heap[hole] = entry;
  }

  take(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
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
}
