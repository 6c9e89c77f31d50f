import { z } from 'zod';
import { plainWords } from '../plainWords.ts';
import { durationSchema } from './duration.ts';

/** The durations of a schema: the field's name in a scenario, and its name in milliseconds. */
export type DurationNames = Readonly<Record<string, string>>;

/** What is said of a field that nothing is known of. */
export const noSuchField = 'is no field that a scenario has here';

type Field = readonly PropertyKey[];

/**
 * The same as `schema`, as a scenario writes it: its durations in words (`after: 2s` for `afterMs: 2000`), also in the
 * objects named by `within`. What is wrong is said of the field as it is written.
 */
export function inWords<T>(schema: z.ZodType<T>, durations: DurationNames, within: readonly string[] = []): z.ZodType<T> {
  const words = new Map(Object.entries(durations).map(([word, name]) => [name, word]));
  return z.unknown().transform((value, context) => {
    const said = new Map<string, { field: Field; problem: string }>();
    const say = (field: Field, problem: string): void => {
      const place = field.map(String).join('.');
      if (!said.has(place)) said.set(place, { field, problem });
    };
    const reading = schema.safeParse(plain(value, [], say), { error: plainWords });
    for (const issue of reading.error?.issues ?? []) {
      const field = issue.path.map((part) => words.get(String(part)) ?? part);
      const isDuration = words.has(String(issue.path.at(-1)));
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) say([...field, key], noSuchField);
      else say(field, isDuration && issue.code === 'invalid_type' ? 'must be a duration such as 500ms, 2s, 1.5m or 1h' : issue.message);
    }
    for (const { field, problem } of said.values()) context.addIssue({ code: 'custom', path: [...field], message: problem });
    return said.size === 0 && reading.success ? reading.data : z.NEVER;
  });

  function plain(value: unknown, path: Field, say: (field: Field, problem: string) => void): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries: [string, unknown][] = [];
    for (const [word, content] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      const field = [...path, word];
      const name = durations[word];
      if (words.has(word)) say(field, noSuchField);
      else if (name === undefined) entries.push([word, within.includes(word) ? plain(content, field, say) : content]);
      else {
        const reading = durationSchema.safeParse(content);
        if (!reading.success) say(field, reading.error.issues[0]?.message ?? '');
        entries.push([name, reading.data]);
      }
    }
    return Object.fromEntries(entries);
  }
}
