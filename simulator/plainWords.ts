import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with a field, to be read after its name; for `safeParse`. A schema's own words go first. */
export function plainWords(issue: RawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return limited('at least', issue.origin, issue.minimum);
    case 'too_big':
      return limited('at most', issue.origin, issue.maximum);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : 'is nothing that is understood here';
    case 'unrecognized_keys':
      return 'is no field here';
    case 'invalid_key':
      return issue.issues[0]?.message;
    default:
      return undefined;
  }
}

function limited(by: string, origin: string, limit: number | bigint): string {
  const number = String(limit);
  switch (origin) {
    case 'string':
      return `must have ${by} ${number} characters`;
    case 'array':
      return `must have ${by} ${number} ${number === '1' ? 'entry' : 'entries'}`;
    default:
      return `must be ${by} ${number}`;
  }
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String);
  return words.length === 1 ? `must be ${words.join('')}` : `must be one of ${words.join(', ')}`;
}
