/** A planned change of one agent. */
export interface PlannedChange {
  readonly at: number;
  /** Order of planning, which decides between changes of the same millisecond. */
  readonly order: number;
  readonly workNo: string;
}

function isBefore(one: PlannedChange, other: PlannedChange): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A binary heap, the next change first: 10,000 agents need one timer, not one each. */
export class ChangeQueue {
  readonly #heap: PlannedChange[] = [];

  next(): PlannedChange | undefined {
    return this.#heap[0];
  }

  add(change: PlannedChange): void {
    const heap = this.#heap;
    let hole = heap.push(change) - 1;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(change, parent)) break;
      heap[hole] = parent;
      hole = above;
    }
    heap[hole] = change;
  }

  take(): PlannedChange | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(change: PlannedChange): void {
    const heap = this.#heap;
    let hole = 0;
    for (;;) {
      const left = heap[2 * hole + 1];
      if (left === undefined) break;
      const right = heap[2 * hole + 2];
      const rightFirst = right !== undefined && isBefore(right, left);
      const child = rightFirst ? right : left;
      if (!isBefore(child, change)) break;
      heap[hole] = child;
      hole = 2 * hole + (rightFirst ? 2 : 1);
    }
    heap[hole] = change;
  }
}
