/** The system's own code of an error, ENOENT and its like; null where it has none. Unlike its message, it names no file and no person. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
