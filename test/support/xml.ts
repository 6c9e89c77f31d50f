import { createRequire } from 'node:module';

/** An XML element as a test looks at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** What of a parsed node is used here. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<Node>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

type Handler = (message: unknown) => never;

/** The package's own types bring the browser's into every file of the project; what is used of it is this. */
interface Xmldom {
  readonly DOMParser: new (options: { errorHandler: Record<'warning' | 'error' | 'fatalError', Handler> }) => {
    parseFromString(text: string, type: 'text/xml'): { readonly documentElement: Node };
  };
}

const { DOMParser } = createRequire(import.meta.url)('@xmldom/xmldom') as Xmldom;

/** Parses a whole document; throws at the first thing that is not well-formed. */
export function parseXml(text: string): XmlElement {
  const fail: Handler = (message) => {
    throw new Error(String(message));
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  return read(parser.parseFromString(text, 'text/xml').documentElement);
}

/** Every element of that name, at any depth. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What a property list holds. */
export function readPlist(text: string): unknown {
  const { name, children } = parseXml(text);
  const [value] = children;
  if (name !== 'plist' || value === undefined) throw new Error('Not a property list.');
  return plistValue(value);
}

function plistValue({ name, text, children }: XmlElement): unknown {
  switch (name) {
    case 'string':
    case 'date':
      return text;
    case 'integer':
      return Number(text);
    case 'true':
    case 'false':
      return name === 'true';
    case 'array':
      return children.map(plistValue);
    case 'dict':
      return Object.fromEntries(
        children.flatMap((child, index) => {
          const value = children[index + 1];
          return index % 2 === 0 && child.name === 'key' && value !== undefined ? [[child.text, plistValue(value)]] : [];
        }),
      );
    default:
      throw new Error(`A property list has no <${name}>.`);
  }
}

function read(node: Node): XmlElement {
  const elements = Array.from(node.childNodes).filter(({ nodeType }) => nodeType === 1);
  return {
    name: node.nodeName,
    attributes: Object.fromEntries(Array.from(node.attributes ?? []).map(({ name, value }) => [name, value])),
    children: elements.map(read),
    text: node.textContent ?? '',
  };
}
