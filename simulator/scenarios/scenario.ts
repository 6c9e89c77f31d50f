import type { ScenarioScript } from './schema.ts';

/** A script that was found in order. */
export interface Scenario extends ScenarioScript {
  /** The file's name without folder and ending. */
  readonly name: string;
}

/** One thing that is wrong in a scenario's file. */
export interface ScenarioError {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** `steps[2].do[0].push.agent`; empty when it is the file as a whole. */
  readonly field: string;
  readonly problem: string;
}

export type ScenarioReading =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'wrong'; readonly errors: readonly ScenarioError[] };

/** One line for people. */
export function scenarioErrorText({ file, line, column, field, problem }: ScenarioError): string {
  return `${file}:${String(line)}:${String(column)} ${field === '' ? '' : `${field}: `}${problem}`;
}
