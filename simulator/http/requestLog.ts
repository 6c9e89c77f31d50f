import type { AnsweredRecord, RequestRecord } from './requestRecord.ts';

/** More than any test looks at, little enough for a long soak. */
const mostRecords = 50_000;

/** A request that has come in and is not handled yet. */
export interface ArrivingRequest {
  readonly record: RequestRecord;
  /** Resolves when its answer is written; undefined: it got none. */
  readonly answered: Promise<AnsweredRecord | undefined>;
}

/** Called with each request as it arrives; the request is handled when the promise returned has resolved. */
export type RequestWatcher = (request: ArrivingRequest) => Promise<void>;

export interface OpenRequest {
  /** Resolves when every watcher is done with the request's arrival. */
  readonly watched: Promise<unknown>;
  /** Notes the answer, or that there is none. */
  close(answer: AnsweredRecord | undefined): RequestRecord;
}

/** The requests so far, oldest first; the oldest are forgotten beyond 50,000. */
export interface RequestLog {
  all(): readonly RequestRecord[];
  /** Tells of every request from now on; the function returned ends that. */
  onRequest(watcher: RequestWatcher): () => void;
  /** Notes a request and tells the watchers of it. */
  open(record: Omit<RequestRecord, 'answer'>): OpenRequest;
}

export function createRequestLog(): RequestLog {
  const records: RequestRecord[] = [];
  const watchers = new Set<RequestWatcher>();
  return {
    all: () => [...records],
    onRequest: (watcher) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    open: (record) => {
      const open: RequestRecord = { ...record, answer: undefined };
      records.push(open);
      if (records.length > mostRecords) records.splice(0, mostRecords / 10);
      const { promise: answered, resolve } = Promise.withResolvers<AnsweredRecord | undefined>();
      return {
        watched: Promise.all([...watchers].map((watcher) => watcher({ record: open, answered }))),
        close: (answer) => {
          const closed: RequestRecord = { ...record, answer };
          const place = records.lastIndexOf(open);
          if (place >= 0) records[place] = closed;
          resolve(answer);
          return closed;
        },
      };
    },
  };
}
