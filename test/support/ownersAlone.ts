import { statSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * That a file or folder has these POSIX rights. Windows has none: a user's own folders are kept from others by the rights of their
 * profile, which Node.js does not tell.
 */
export function expectMode(file: string, mode: number): void {
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(mode);
}
