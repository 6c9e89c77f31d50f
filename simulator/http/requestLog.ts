import type { AnsweredRecord, RequestRecord } from './requestRecord.ts';

/** More than any test looks at, little enough for a long soak. */
const mostRecords = 50_000;

/** The requests so far, oldest first; the oldest are forgotten beyond 50,000. */
export class RequestLog {
  readonly #records: RequestRecord[] = [];

  all(): readonly RequestRecord[] {
    return [...this.#records];
  }

  /** Notes a request; the function returned notes its answer, or that it got none. */
  open(record: Omit<RequestRecord, 'answer'>): (answer: AnsweredRecord | undefined) => RequestRecord {
    const open: RequestRecord = { ...record, answer: undefined };
    this.#records.push(open);
    if (this.#records.length > mostRecords) this.#records.splice(0, mostRecords / 10);
    return (answer) => {
      const closed: RequestRecord = { ...record, answer };
      const place = this.#records.lastIndexOf(open);
      if (place >= 0) this.#records[place] = closed;
      return closed;
    };
  }
}
