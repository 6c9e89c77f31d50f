import { expect, test } from 'vitest';
import { z } from 'zod';
import { misbehaviour } from './http/faultInjection.ts';
import { plainWords } from './plainWords.ts';

test.each<[z.ZodType, unknown, string]>([
  [z.strictObject({ a: z.number() }), {}, 'is missing'],
  [z.number(), 'x', 'must be a number'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.boolean(), 1, 'must be true or false'],
  [z.array(z.string()), {}, 'must be a list'],
  [z.strictObject({}), null, 'must be an object'],
  [z.number().min(1), 0, 'must be at least 1'],
  [z.number().max(9), 10, 'must be at most 9'],
  [z.string().max(2), 'abc', 'must have at most 2 characters'],
  [z.array(z.string()).min(1), [], 'must have at least 1 entry'],
  [z.literal(['up', 'lost']), 'down', 'must be one of up, lost'],
  [z.literal(true), false, 'must be true'],
  [z.union([z.string(), z.number()]), true, 'is nothing that is understood here'],
  [z.strictObject({}), { stray: 1 }, 'is no field here'],
  [z.string('must be a name'), 1, 'must be a name'],
  [z.record(z.string().regex(/^a$/, 'must be a'), z.string()), { b: 'x' }, 'must be a'],
  [misbehaviour, { kind: 'explodes' }, `must be one of ${misbehaviour.options.map(({ shape }) => shape.kind.value).join(', ')}`],
])('%#: what is wrong is said in plain words', (schema, value, words) => {
  expect(schema.safeParse(value, { error: plainWords }).error?.issues[0]?.message).toBe(words);
});
