/** JSON with the place of everything in it, so that a mistake in a file can be named by its line. */
export type JsonWithLines =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The line (from 1) of what a path leads to, or of what would hold it. */
      lineOf(path: readonly PropertyKey[]): number;
    }
  /** `line`: where it stops being JSON. */
  | { readonly ok: false; readonly line: number };

class NoJson extends Error {}

const token = /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const blank = /[ \t\r\n]*/y;

/** A file may lie this deep; no form does. */
const deepest = 50;

/** Reads JSON text (RFC 8259). */
export function jsonWithLines(text: string): JsonWithLines {
  const lines = new Map<string, number>();
  let at = 0;

  function next(): string {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    token.lastIndex = at;
    return token.exec(text)?.[0] ?? '';
  }

  function take(): string {
    const taken = next();
    if (taken === '') throw new NoJson();
    at += taken.length;
    return taken;
  }

  function takeThis(wanted: string): void {
    if (next() !== wanted) throw new NoJson();
    at += wanted.length;
  }

  function value(path: readonly PropertyKey[]): void {
    if (path.length > deepest) throw new NoJson();
    const first = next();
    note(path);
    if (first === '{') members(path);
    else if (first === '[') items(path);
    else if (first === '' || /^[\]},:]$/.test(first)) throw new NoJson();
    else take();
  }

  function members(path: readonly PropertyKey[]): void {
    takeThis('{');
    if (next() !== '}') {
      do {
        const name = next();
        if (!name.startsWith('"')) throw new NoJson();
        const member = [...path, String(JSON.parse(name))];
        const line = lineAt(at);
        take();
        takeThis(':');
        value(member);
        // The name's line, should the value stand below it.
        lines.set(keyOf(member), line);
      } while (goesOn());
    }
    takeThis('}');
  }

  function items(path: readonly PropertyKey[]): void {
    takeThis('[');
    if (next() !== ']') {
      let index = 0;
      do {
        value([...path, index]);
        index += 1;
      } while (goesOn());
    }
    takeThis(']');
  }

  function goesOn(): boolean {
    if (next() !== ',') return false;
    at += 1;
    return true;
  }

  function note(path: readonly PropertyKey[]): void {
    lines.set(keyOf(path), lineAt(at));
  }

  function lineAt(place: number): number {
    return text.slice(0, place).split('\n').length;
  }

  try {
    value([]);
    if (next() !== '' || at < text.length) throw new NoJson();
    return { ok: true, value: JSON.parse(text), lineOf };
  } catch (error) {
    if (error instanceof NoJson || error instanceof SyntaxError) return { ok: false, line: lineAt(at) };
    throw error;
  }

  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return lines.get(keyOf([])) ?? 1;
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
