import { userInfo } from 'node:os';
import path from 'node:path';
import { version } from '../../scripts/project.ts';
import { inProject } from '../../scripts/project.ts';
import { keptFolder } from '../../scripts/windows/wine.ts';

/** The two versions that are built: the one that is there, and one before it. */
export const versions = { older: '0.0.9', newer: version() } as const;

export type Age = keyof typeof versions;

/** Where a version's installers are put. */
export const installersFolder = (age: Age): string => inProject('dist', 'test-installers', age);

/** A file of the older version that the newer one has not, seen from the program's folder. */
export const onlyOlder = path.join('resources', 'older.txt');

export type Kind = 'exe' | 'msi' | 'deb' | 'AppImage';

const systems: Readonly<Record<Kind, string>> = { exe: 'win-x64', msi: 'win-x64', deb: 'linux-amd64', AppImage: 'linux-x86_64' };

/** An installer's file. */
export function installer(kind: Kind, age: Age): string {
  return path.join(installersFolder(age), `earshot-${versions[age]}-${systems[kind]}.${kind}`);
}

/** The Windows that they are installed on. */
export const prefix = path.join(keptFolder(process.env), 'wine-prefix');

/** A file or folder of that Windows, by its way from C:\. */
export const onC = (...parts: readonly string[]): string => path.join(prefix, 'drive_c', ...parts);

/** A file or folder of the user's there. */
export const ofUser = (...parts: readonly string[]): string => onC('users', userInfo().username, ...parts);
