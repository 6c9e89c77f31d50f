import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What of the package's types is used here; its own bring the browser's into every file of the project. */
interface XmlElement {
  readonly parentNode: XmlElement;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string;
  removeAttribute(name: string): void;
  appendChild(child: XmlElement): void;
  removeChild(child: XmlElement): void;
  replaceChild(child: XmlElement, old: XmlElement): void;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}
interface XmlDocument {
  createElement(name: string): XmlElement;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}
interface Xmldom {
  readonly DOMParser: new () => { parseFromString(text: string, type: 'text/xml'): XmlDocument };
  readonly XMLSerializer: new () => { serializeToString(document: XmlDocument): string };
}

const { DOMParser, XMLSerializer } = createRequire(import.meta.url)('@xmldom/xmldom') as Xmldom;

/** Dialogs, a condition on Windows' version, and properties of shortcuts: wixl has none of them. */
const unknownToWixl = ['UI', 'UIRef', 'WixVariable', 'ShortcutProperty', 'Condition', 'InstallExecuteSequence'];
const inline = 'APPLICATIONFOLDER:\\';

/**
 * electron-builder's WiX 4 project in the WiX 3 that Debian's wixl takes. `appFolder` holds the unpacked application; wixl is run
 * in `here`, and takes paths below that alone.
 */
export function forWixl(text: string, appFolder: string, here: string): string {
  const older = text
    .replaceAll('http://wixtoolset.org/schemas/v4/wxs', 'http://schemas.microsoft.com/wix/2006/wi')
    .replaceAll('$(var.appDir)', appFolder);
  const project = new DOMParser().parseFromString(older, 'text/xml');
  const all = (name: string): readonly XmlElement[] => Array.from(project.getElementsByTagName(name));
  const first = (name: string): XmlElement => {
    const [found] = all(name);
    if (found === undefined) throw new Error(`The MSI's project has no ${name}.`);
    return found;
  };
  const make = (name: string, attributes: Readonly<Record<string, string>>): XmlElement => {
    const made = project.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const drop = (element: XmlElement): void => element.parentNode.removeChild(element);
  const relative = (element: XmlElement, name: string): void => {
    const file = element.getAttribute(name).replace(/^Z:/iu, '').replaceAll('\\', '/');
    element.setAttribute(name, path.relative(here, file));
  };

  for (const name of unknownToWixl) all(name).forEach(drop);
  all('CustomAction').forEach(drop);
  const template = first('MediaTemplate');
  template.parentNode.replaceChild(make('Media', { Id: '1', Cabinet: 'app.cab', EmbedCab: 'yes' }), template);
  all('Property')
    .filter((each) => /^(?:WIXUI_|ALLUSERS$)/u.test(each.getAttribute('Id')))
    .forEach(drop);
  all('Property').forEach((each) => each.removeAttribute('Secure'));
  first('Package').setAttribute('InstallScope', 'perMachine');
  all('MajorUpgrade').forEach((each) => each.removeAttribute('AllowSameVersionUpgrades'));
  all('Icon').forEach((each) => relative(each, 'SourceFile'));

  const root = all('Directory').find((each) => each.getAttribute('Id') === 'APPLICATIONFOLDER');
  if (root === undefined) throw new Error("The MSI's project has no folder of the application.");
  const places = expandFolders(all('Directory'), root, make, drop);
  const feature = first('Feature');
  all('ComponentGroupRef').forEach(drop);
  for (const component of all('Component')) {
    const file = Array.from(component.getElementsByTagName('File'))[0];
    const key = file === undefined ? component.getAttribute('Id') : path.relative(appFolder, file.getAttribute('Source'));
    if (file !== undefined) {
      if (file.getAttribute('Id') !== 'mainExecutable') file.setAttribute('Id', id('f', key));
      file.removeAttribute('ReadOnly');
      relative(file, 'Source');
    }
    component.setAttribute('Id', id('c', key));
    component.setAttribute('Guid', guid(key));
    component.setAttribute('Win64', 'yes');
    const place = places.get(component.getAttribute('Directory')) ?? root;
    component.removeAttribute('Directory');
    place.appendChild(component);
    feature.appendChild(make('ComponentRef', { Id: component.getAttribute('Id') }));
  }
  all('ComponentGroup').forEach(drop);
  return new XMLSerializer().serializeToString(project);
}

/** WiX 4 names a folder's whole way at once; here each is made within the one above. Answers them by their ids of before. */
function expandFolders(
  directories: readonly XmlElement[],
  root: XmlElement,
  make: (name: string, attributes: Readonly<Record<string, string>>) => XmlElement,
  drop: (element: XmlElement) => void,
): ReadonlyMap<string, XmlElement> {
  const made = new Map<string, XmlElement>();
  const folder = (parts: readonly string[]): XmlElement => {
    const name = parts.at(-1);
    if (name === undefined) return root;
    const key = parts.join('\\');
    const there = made.get(key);
    if (there !== undefined) return there;
    const element = make('Directory', { Id: id('d', key), Name: name });
    folder(parts.slice(0, -1)).appendChild(element);
    made.set(key, element);
    return element;
  };
  const places = new Map<string, XmlElement>();
  for (const each of directories.filter((directory) => directory.getAttribute('Name').startsWith(inline))) {
    const parts = each.getAttribute('Name').slice(inline.length).split('\\').filter(Boolean);
    places.set(each.getAttribute('Id'), folder(parts));
    drop(each);
  }
  return places;
}

function id(prefix: string, of: string): string {
  return `${prefix}${createHash('sha256').update(of).digest('hex').slice(0, 24)}`;
}

/** The same file, the same component, in every version: as WiX makes of `*`. */
function guid(of: string): string {
  const hex = createHash('sha1').update(`app.earshot.desktop ${of}`).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
