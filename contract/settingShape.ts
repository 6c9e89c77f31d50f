import { z } from 'zod';
import { settings, type SettingName } from './settings.ts';

/** What a setting takes, read off its schema: for controls, documents and policy templates, so that none of them says it again. */
export type SettingShape =
  | { readonly kind: 'onOff' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'list' }
  /** A list of which each entry has parts: JSON where a place has texts alone. */
  | { readonly kind: 'records' };

/** The shape of one setting. */
export function shapeOf(name: SettingName): SettingShape {
  return readShape(settings[name], name);
}

function readShape(schema: z.ZodType, name: SettingName): SettingShape {
  if (schema instanceof z.ZodBoolean) return { kind: 'onOff' };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    if (minValue === null || maxValue === null) throw new Error(`The setting ${name} is a number without bounds.`);
    if (!(schema instanceof z.ZodNumberFormat)) throw new Error(`The setting ${name} is no whole number; the registry has no others.`);
    return { kind: 'number', least: minValue, most: maxValue };
  }
  if (schema instanceof z.ZodString) return { kind: 'text', longest: schema.maxLength ?? Number.NaN };
  // The value of a union is a word or a text: for people, a text.
  if (schema instanceof z.ZodUnion) return { kind: 'text', longest: 300 };
  if (schema instanceof z.ZodArray) return { kind: schema.element instanceof z.ZodObject ? 'records' : 'list' };
  throw new Error(`The setting ${name} has a schema that no control and no template knows.`);
}
