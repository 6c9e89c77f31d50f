import { z } from 'zod';
import { settings, type SettingName, type Settings } from '../../contract/settings.ts';

/** What a raw value is to its setting. */
export interface JudgedValue<Value> {
  /** Null: nothing in it can be used. */
  readonly value: { readonly of: Value } | null;
  /** Of a list: the places, from 1, of the entries that cannot be used. */
  readonly badEntries: readonly number[];
}

/** More are not named. */
const namedAtMost = 100;

/** Judges a value by its setting's schema; a list entry by entry, so that one slip of the pen does not cost the others. */
export function judgeValue<Name extends SettingName>(name: Name, raw: unknown): JudgedValue<Settings[Name]> {
  const schema: z.ZodType = settings[name];
  if (!(schema instanceof z.ZodArray) || !Array.isArray(raw)) return { value: whole(name, raw), badEntries: [] };
  const entries: readonly unknown[] = raw;
  const fits = entries.map((entry) => z.safeParse(schema.element, entry).success);
  const good = entries.filter((_, at) => fits[at] === true);
  const badEntries = fits.flatMap((fit, at) => (fit ? [] : [at + 1])).slice(0, namedAtMost);
  return { value: good.length === 0 && badEntries.length > 0 ? null : whole(name, good), badEntries };
}

function whole<Name extends SettingName>(name: Name, raw: unknown): { readonly of: Settings[Name] } | null {
  const parsed = settings[name].safeParse(raw);
  return parsed.success ? { of: parsed.data as Settings[Name] } : null;
}
