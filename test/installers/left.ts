import { readdirSync } from 'node:fs';
import path from 'node:path';
import { onC } from './places.ts';
import { registry } from './wine.ts';

/** What an uninstall has to take away again: every file outside of Windows' own folders, and what says Earshot in the registry. */
export function standing(): readonly string[] {
  const files = ['Program Files', 'ProgramData', 'users'].flatMap((folder) => below(onC(folder)));
  const keys = ['HKCU\\Software', 'HKLM\\Software\\Classes', 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'];
  const entries = keys.flatMap((key) => [...registry(key)]).filter(([name, data]) => /earshot/iu.test(`${name} ${data}`));
  return [...files, ...entries.map(([name, data]) => `${name} = ${data}`)].sort();
}

function below(folder: string): readonly string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      // Windows' own to empty.
      .filter((file) => !/\/Temp\/|\/Windows\/INetCache\//iu.test(file))
  );
}
