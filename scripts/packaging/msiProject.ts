import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { toastActivator } from '../../main/electron/toastActivator.ts';

/** What of the package's types is used here; its own bring the browser's into every file of the project. */
interface XmlElement {
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string;
  appendChild(child: XmlElement): void;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}
interface XmlDocument {
  createElementNS(namespace: string, name: string): XmlElement;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}
interface Xmldom {
  readonly DOMParser: new () => { parseFromString(text: string, type: 'text/xml'): XmlDocument };
  readonly XMLSerializer: new () => { serializeToString(document: XmlDocument): string };
}

const { DOMParser, XMLSerializer } = createRequire(import.meta.url)('@xmldom/xmldom') as Xmldom;

const wix = 'http://wixtoolset.org/schemas/v4/wxs';
const links = 'Software\\Classes\\earshot';
/** The installer's own name of the program's file. */
const program = '"[#mainExecutable]"';

/** Key below HKLM, value's name (null: the key's own), text. */
const linkValues = [
  [links, null, 'URL:Earshot'],
  [links, 'URL Protocol', ''],
  [`${links}\\DefaultIcon`, null, `${program},0`],
  [`${links}\\shell\\open\\command`, null, `${program} "%1"`],
] as const satisfies readonly (readonly [string, string | null, string])[];

/**
 * electron-builder's hook for the MSI's WiX project, which by itself leaves out what only a first start would then write, and for
 * that one user: `earshot://` for the whole computer. The shortcut on the desktop gets the identity that the Start menu's has.
 */
export default function completeMsiProject(file: string): void {
  writeFileSync(file, completed(readFileSync(file, 'utf8')));
}

/** The project with what was missing. Throws where it has not the form that electron-builder writes. */
export function completed(text: string): string {
  const project = new DOMParser().parseFromString(text, 'text/xml');
  const all = (name: string): readonly XmlElement[] => Array.from(project.getElementsByTagName(name));
  const only = (name: string, id: string): XmlElement => {
    const [found, another] = all(name).filter((each) => each.getAttribute('Id') === id);
    if (found === undefined || another !== undefined) throw new Error(`The MSI's project has not one ${name} ${id}.`);
    return found;
  };
  const add = (parent: XmlElement, name: string, attributes: Readonly<Record<string, string>>): XmlElement => {
    const made = project.createElementNS(wix, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent.appendChild(made);
    return made;
  };

  // A component of its own: its key path may be a registry value, and its GUID is made from that.
  const component = add(only('ComponentGroup', 'ProductComponents'), 'Component', { Id: 'links', Guid: '*' });
  linkValues.forEach(([key, name, value], index) => {
    const named = name === null ? {} : { Name: name };
    add(component, 'RegistryValue', {
      Root: 'HKLM',
      Key: key,
      ...named,
      Type: 'string',
      Value: value,
      KeyPath: index === 0 ? 'yes' : 'no',
    });
  });

  const menu = only('Shortcut', 'startMenuShortcut');
  const identity = Array.from(menu.getElementsByTagName('ShortcutProperty'))[0];
  if (identity === undefined) throw new Error('The MSI’s shortcut in the Start menu has no identity.');
  add(only('Shortcut', 'desktopShortcut'), 'ShortcutProperty', {
    Key: identity.getAttribute('Key'),
    Value: identity.getAttribute('Value'),
  });
  add(menu, 'ShortcutProperty', { Key: 'System.AppUserModel.ToastActivatorCLSID', Value: toastActivator });
  return new XMLSerializer().serializeToString(project);
}
