import xmlbuilder from 'xmlbuilder';

/** An element: its name, its attributes, and what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Element[] | string;
}

/** An element, said in one line. */
export function element(name: string, attributes: Readonly<Record<string, string>>, content: readonly Element[] | string = []): Element {
  return { name, attributes, content };
}

/** A whole document, indented, with its declaration. */
export function xmlText(root: Element, publicId?: { readonly pubID: string; readonly sysID: string }): string {
  const document = xmlbuilder.create(root.name, { version: '1.0', encoding: 'utf-8' }, publicId ?? {}, { separateArrayItems: false });
  fill(document, root);
  return `${document.end({ pretty: true, indent: '  ' })}\n`;
}

function fill(node: xmlbuilder.XMLElement, { attributes, content }: Element): void {
  for (const [name, value] of Object.entries(attributes)) node.attribute(name, value);
  if (typeof content === 'string') {
    node.text(content);
    return;
  }
  for (const child of content) fill(node.element(child.name), child);
}
