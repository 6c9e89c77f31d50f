import path from 'node:path';
import { z } from 'zod';
import { nothingThere, type SourceRead } from './administered.ts';

/** The machine's file as it lies on the disk. */
export interface MachineFile {
  readonly text: string;
  /** Whether the inspector, or any other user, could have written it: then it is nobody's word. */
  readonly protected: boolean;
}

/** Where the administrator's settings file of this machine is: a place that users can neither write nor choose. `windows`: the folder of Windows (windowsPlaces.ts). */
export function machineFilePath(platform: NodeJS.Platform, windows: string): string {
  switch (platform) {
    case 'win32':
      return path.win32.join(path.win32.parse(windows).root, 'ProgramData', 'Earshot', 'settings.json');
    case 'darwin':
      return '/Library/Application Support/Earshot/settings.json';
    default:
      return '/etc/earshot/settings.json';
  }
}

/** Reads the machine's file; `read` answers null where there is none. Never throws. */
export function readMachineFile(read: () => MachineFile | null): SourceRead {
  try {
    const file = read();
    if (file === null) return nothingThere;
    if (!file.protected) return { values: {}, fault: 'machineFileUnprotected' };
    // Notepad writes a byte order mark.
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(file.text.replace(/^\uFEFF/, '')));
    if (!parsed.success) return { values: {}, fault: 'machineFileDamaged' };
    // An editor's pointer to the JSON Schema is no setting.
    const values = Object.entries(parsed.data).filter(([name]) => name !== '$schema');
    return { values: Object.fromEntries(values), fault: null };
  } catch {
    return { values: {}, fault: 'machineFileDamaged' };
  }
}
