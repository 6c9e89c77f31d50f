import { element, xmlText, type Element } from './xml.ts';

/** What a property list holds. */
export type PlistValue = string | number | boolean | Date | readonly PlistValue[] | { readonly [key: string]: PlistValue };

/** A property list as text. */
export function plistText(value: PlistValue): string {
  const doctype = { pubID: '-//Apple//DTD PLIST 1.0//EN', sysID: 'http://www.apple.com/DTDs/PropertyList-1.0.dtd' };
  return xmlText(element('plist', { version: '1.0' }, [plistElement(value)]), doctype);
}

function plistElement(value: PlistValue): Element {
  if (typeof value === 'string') return element('string', {}, value);
  if (typeof value === 'number') return element('integer', {}, String(value));
  if (typeof value === 'boolean') return element(value ? 'true' : 'false', {});
  if (value instanceof Date) return element('date', {}, value.toISOString().replace(/\.\d+Z$/, 'Z'));
  if (isList(value)) return element('array', {}, value.map(plistElement));
  return element(
    'dict',
    {},
    Object.entries(value).flatMap(([key, each]) => [element('key', {}, key), plistElement(each)]),
  );
}

function isList(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
