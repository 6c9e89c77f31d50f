import { createHash } from 'node:crypto';
import { extractFile, listPackage, statFile } from '@electron/asar';

/** A file of the application's archive. */
export interface PackedFile {
  /** With forward slashes, on every system. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every file of the archive, in the order of their names. */
export function contents(archive: string): readonly PackedFile[] {
  return listPackage(archive, { isPack: false })
    .map((listed) => listed.replace(/^[\\/]/u, ''))
    .filter((inside) => !('files' in statFile(archive, inside, false)))
    .map((inside) => {
      const data = extractFile(archive, inside);
      return { path: inside.replaceAll('\\', '/'), bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** One line a file, `sha256  path`, as `sha256sum` writes it: two packages of one commit have the same. */
export function listing(files: readonly PackedFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}
