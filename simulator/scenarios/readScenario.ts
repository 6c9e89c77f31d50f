import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { plainWords } from '../plainWords.ts';
import { noSuchField } from './inWords.ts';
import type { ScenarioError, ScenarioReading } from './scenario.ts';
import { scenarioSchema } from './schema.ts';

/** Where a scenario comes from; `name` stands for the file in what is said about a text. */
export type ScenarioSource = { readonly file: string } | { readonly text: string; readonly name: string };

type Field = readonly PropertyKey[];

/** Reads a scenario, or says what is wrong with it, by file, line and field. Throws when the file cannot be read. */
export function readScenario(source: ScenarioSource): ScenarioReading {
  const file = 'file' in source ? source.file : source.name;
  const text = 'file' in source ? readFileSync(source.file, 'utf8') : source.text;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong = (offset: number, field: Field, problem: string): ScenarioError => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), field: fieldText(field), problem };
  };
  if (document.errors.length > 0) {
    return { kind: 'wrong', errors: document.errors.map((error) => wrong(error.pos[0], [], error.message)) };
  }
  const plain = plainOf(document);
  if (plain.kind === 'tooManyAliases') return { kind: 'wrong', errors: [wrong(0, [], 'repeats parts of itself (YAML aliases) too often')] };
  const reading = scenarioSchema.safeParse(plain.value, { error: plainWords });
  if (reading.success) return { kind: 'scenario', scenario: { ...reading.data, name: path.basename(file).replace(/\.ya?ml$/, '') } };
  return {
    kind: 'wrong',
    errors: reading.error.issues.flatMap(findings).map(({ field, problem }) => wrong(offsetOf(document, field), field, problem)),
  };
}

function plainOf(document: Document): { kind: 'plain'; value: unknown } | { kind: 'tooManyAliases' } {
  try {
    return { kind: 'plain', value: document.toJS() as unknown };
  } catch (error) {
    if (error instanceof ReferenceError) return { kind: 'tooManyAliases' };
    throw error;
  }
}

/** An unknown field is pointed at itself, not at what it stands in. */
function findings(issue: z.core.$ZodIssue): { field: Field; problem: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ field: issue.path, problem: issue.message }];
  return issue.keys.map((key) => ({ field: [...issue.path, key], problem: noSuchField }));
}

/** Where the field stands; where it would have to stand, when it is missing. */
function offsetOf(document: Document, field: Field): number {
  for (let depth = field.length; depth > 0; depth -= 1) {
    const parent: unknown = document.getIn(field.slice(0, depth - 1), true);
    const name = field[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === name);
      if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(field.slice(0, depth), true);
    const range = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range : undefined;
    if (typeof range?.[0] === 'number') return range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function fieldText(field: Field): string {
  return field.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
