import type { LogFields } from '../ports/log.ts';
import { hidden, type Secrets } from './secrets.ts';

/** Characters; a log of short lines stays readable, and one runaway value fills no disk. */
const longestText = 500;
const longestEvent = 100;
const mostFields = 24;

/** Names under which nothing is ever written, whatever it is. */
const secretName = /pass(word|wd)|guid|cookie|phone|token|secret|credential|authorization/i;

/** The event of a log line as it may be written. */
export function redactEvent(event: string, secrets: Secrets): string {
  return cut(secrets.clean(event), longestEvent);
}

/** The fields of a log line as they may be written: hidden by name, hidden by value, and of bounded size. */
export function redactFields(fields: LogFields, secrets: Secrets): LogFields {
  const clean: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields).slice(0, mostFields)) {
    clean[cut(secrets.clean(name), longestEvent)] = secretName.test(name) ? hidden : redactValue(value, secrets);
  }
  return clean;
}

function redactValue(value: LogFields[string], secrets: Secrets): LogFields[string] {
  switch (typeof value) {
    case 'string':
      return cut(secrets.clean(value), longestText);
    case 'number':
      return redactNumber(value, secrets.clean);
    default:
      return value;
  }
}

/** A number with a secret's digits in it is hidden as a whole: digits taken out of its middle would leave no JSON. */
function redactNumber(value: number, clean: Secrets['clean']): number | string {
  const text = String(value);
  return clean(text) === text ? value : hidden;
}

/** A value as indented JSON, each text and number in it without what `clean` takes out of a text. The names of members stay. */
export function redactedJson(value: object, clean: Secrets['clean']): string {
  const redact = (_name: string, each: unknown): unknown => {
    if (typeof each === 'string') return clean(each);
    return typeof each === 'number' ? redactNumber(each, clean) : each;
  };
  return JSON.stringify(value, redact, 2);
}

/** After the secrets are gone: a cut through the middle of one would leave its half unknown. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
