import path from 'node:path';
import { z } from 'zod';

/** What the administrator's sources hold: the machine's file, and policy. Raw; the settings' schema judges each value. */
export interface Administered {
  readonly machine: Readonly<Record<string, unknown>>;
  readonly policy: Readonly<Record<string, unknown>>;
  /** The machine's file is there but is no JSON object. */
  readonly machineFileDamaged: boolean;
}

export const nothingAdministered: Administered = { machine: {}, policy: {}, machineFileDamaged: false };

/** Where the administrator's settings file of this machine is: a place that users cannot write. */
export function machineFilePath(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  switch (platform) {
    case 'win32':
      return path.win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'Earshot', 'settings.json');
    case 'darwin':
      return '/Library/Application Support/Earshot/settings.json';
    default:
      return '/etc/earshot/settings.json';
  }
}

/** Reads the machine's file; `read` answers null where there is none. Never throws. */
export function readMachineFile(read: () => string | null): Administered {
  try {
    const text = read();
    if (text === null) return nothingAdministered;
    // Notepad writes a byte order mark.
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? { ...nothingAdministered, machine: parsed.data } : { ...nothingAdministered, machineFileDamaged: true };
  } catch {
    return { ...nothingAdministered, machineFileDamaged: true };
  }
}
