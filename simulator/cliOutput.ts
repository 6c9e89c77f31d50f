import { isEmptyPoll } from './http/requestRecord.ts';
import type { RequestRecord } from './http/requestRecord.ts';

/** What the command says, for people or (`--json`) as one JSON object a line. */
export interface CliOutput {
  /** A line of the start; `fields` say the same to programs. */
  fact(line: string, kind: string, fields: Readonly<Record<string, unknown>>): void;
  request(line: string, record: RequestRecord): void;
  /** How far the start is: to stderr, so that the facts stay alone. */
  progress(line: string): void;
  /** Why it ends. */
  failure(sentence: string): void;
}

export interface CliOutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export function cliOutput({ json, quiet, verbose, out, err }: CliOutputOptions): CliOutput {
  const asJson = (kind: string, fields: object): string => `${JSON.stringify({ kind, ...fields })}\n`;
  return {
    fact: (line, kind, fields) => {
      out(json ? asJson(kind, fields) : `${line}\n`);
    },
    request: (line, record) => {
      if (quiet || (!verbose && isEmptyPoll(record))) return;
      out(json ? asJson('request', record) : `${line}\n`);
    },
    progress: (line) => {
      if (!quiet && !json) err(`${line}\n`);
    },
    failure: (sentence) => {
      err(json ? asJson('failure', { sentence }) : `${sentence}\n`);
    },
  };
}
