import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How much of the log is kept. */
export interface LogBounds {
  /** Bytes after which a new file is begun, as soon as nobody else holds the present one. */
  readonly size: number;
  /** Files that are kept, the present one among them. */
  readonly files: number;
  /** An older file goes that was last written before this date, milliseconds since 1970; null or not given: none does for its age. */
  readonly oldest?: () => number | null;
}

/** Until the settings are read: what they let stay must not go before. */
const unbounded: LogBounds = { size: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY };

/** A file of lines that is followed by a new one when it is full; the older ones are `name.1.ext` (the newest) and so on. */
export interface LogFile {
  /**
   * On the disk at once: the lines before a crash are the ones that matter, and there are but a few in a minute. Never throws:
   * a disk that is full must not end a shift; how many lines were lost is written with the first that is not.
   */
  write(line: string): void;
  bound(bounds: LogBounds): void;
  /** The newest lines of all files, oldest first. */
  tail(most: number): readonly string[];
  /** Lets go of the file, which Windows deletes and moves for nobody until then. A later line opens it again. */
  close(): void;
}

/** Throws when the file cannot be opened. `move` gives a file another name, as the system does. */
export function openLogFile(file: string, lostLine: (lines: number) => string, move: typeof renameSync = renameSync): LogFile {
  let bounds = unbounded;
  // Opening a pipe would wait for its reader for good.
  if (existsSync(file) && !statSync(file).isFile()) throw new Error('This is no regular file.');
  // Readable for its owner alone.
  let descriptor: number | null = openSync(file, 'a', 0o600);
  let size = statSync(file).size;
  /** A run that was killed, or a disk that was full, left a line without its end: the next one must not go on in it. */
  let torn = endsTorn(file, size);
  let lost = 0;

  function older(at: number): string {
    const { dir, name, ext } = path.parse(file);
    return at === 0 ? file : path.join(dir, `${name}.${String(at)}${ext}`);
  }

  function close(): void {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  }

  /** Windows moves no file that is open: one that another program holds (a viewer, a virus scanner) grows on, and is tried again with the next line. */
  function rotate(): void {
    close();
    try {
      moveOn();
    } catch {
      return;
    }
    size = 0;
    torn = false;
    removeWhatIsOver();
  }

  function moveOn(): void {
    // Where an attempt before this one came no further, the older ones have made room already.
    let free = 1;
    while (existsSync(older(free))) free += 1;
    for (let at = free - 1; at >= 0; at -= 1) {
      if (existsSync(older(at))) move(older(at), older(at + 1));
    }
  }

  function removeWhatIsOver(): void {
    try {
      removeBeyond(bounds.files);
      removeOld();
    } catch {
      // Held by another program; the next turn of files removes it.
    }
  }

  /** The oldest that are one too many, however many there were before. */
  function removeBeyond(files: number): void {
    for (let at = files; existsSync(older(at)); at += 1) rmSync(older(at), { force: true });
  }

  /** The present file stays; of the older ones those behind the first that is too old are older still. */
  function removeOld(): void {
    const oldest = bounds.oldest?.() ?? null;
    if (oldest === null) return;
    for (let at = 1; existsSync(older(at)); at += 1) {
      if (statSync(older(at)).mtimeMs >= oldest) continue;
      removeBeyond(at);
      return;
    }
  }

  function put(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (size > 0 && size + bytes > bounds.size) rotate();
    descriptor ??= openSync(file, 'a', 0o600);
    // All of it: a disk that is nearly full takes a part at a time, and says so only of the next.
    writeFileSync(descriptor, torn ? `\n${text}` : text);
    size += bytes;
    torn = false;
  }

  return {
    write: (line) => {
      try {
        if (lost > 0) put(lostLine(lost));
        lost = 0;
        put(line);
      } catch {
        lost += 1;
        torn = true;
      }
    },
    bound: (next) => {
      bounds = next;
      removeWhatIsOver();
    },
    tail: (most) => {
      const lines: string[] = [];
      for (let at = 0; lines.length < most && existsSync(older(at)); at += 1) {
        lines.unshift(
          ...readFileSync(older(at), 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .slice(lines.length - most),
        );
      }
      return lines;
    },
    close,
  };
}

/** Whether the file's last line has no end. */
function endsTorn(file: string, size: number): boolean {
  if (size === 0) return false;
  const descriptor = openSync(file, 'r');
  try {
    const last = Buffer.alloc(1);
    readSync(descriptor, last, 0, 1, size - 1);
    return last.toString('latin1') !== '\n';
  } finally {
    closeSync(descriptor);
  }
}
