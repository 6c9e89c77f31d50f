import { z } from 'zod';
import { settings, type SettingName } from '../../../contract/settings.ts';
import { shapeOf } from '../../../contract/settingShape.ts';
import { settingNames } from '../definition.ts';

/**
 * Reads a value that was stored where there are fewer types than settings have: registry numbers stand for on and off, texts
 * may hold JSON (`["a", "b"]`), and so may each text of a list whose entries have parts. The first reading that the setting takes is the
 * value; if it takes none, a list stays a list, which is judged entry by entry, and the value stays as it is otherwise; it is named as
 * wrong later.
 */
export function readPolicyValue(name: string, stored: unknown): unknown {
  const setting = settingNamed(name);
  if (setting === null) return stored;
  const schema = settings[setting];
  const all = shapeOf(setting).kind === 'records' ? recordReadings(stored) : readings(stored);
  const list = all.find((reading) => schema instanceof z.ZodArray && Array.isArray(reading));
  return all.find((reading) => schema.safeParse(reading).success) ?? list ?? stored;
}

/** The setting of that name; the registry does not tell upper from lower case. */
export function settingNamed(name: string): SettingName | null {
  const wanted = name.toLowerCase();
  return settingNames.find((each) => each.toLowerCase() === wanted) ?? null;
}

function readings(stored: unknown): readonly unknown[] {
  if (typeof stored === 'number') return stored === 0 || stored === 1 ? [stored, stored === 1] : [stored];
  return typeof stored === 'string' ? textReadings(stored) : [stored];
}

/** A list of records, of which each, or all together, may be JSON. */
function recordReadings(stored: unknown): readonly unknown[] {
  return readings(stored).map((reading) => (Array.isArray(reading) ? reading.map((entry: unknown) => readings(entry).at(-1)) : reading));
}

function textReadings(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text);
    // A text in quotation marks is meant without them.
    return typeof read === 'string' ? [read] : [text, read];
  } catch {
    return [text];
  }
}
