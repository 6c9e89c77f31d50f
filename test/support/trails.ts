import { beginning, linkEntry, type ChainEnd } from '../../main/audit/chain.ts';
import type { TrailFile } from '../../main/audit/check.ts';
import type { AuditBody } from '../../main/audit/entry.ts';
import { fileFor } from '../../main/audit/fileNames.ts';
import type { AuditFiles } from '../../main/audit/files.ts';

export const began = {
  kind: 'listenStarted',
  inspector: '291',
  gateway: 'gw.example:8043',
  agent: '20001',
  how: 'asked',
} satisfies AuditBody;
export const stopped = {
  kind: 'listenEnded',
  inspector: '291',
  agent: '20001',
  outcome: 'stopped',
  code: 'stopped',
  heardFor: 4_200,
} satisfies AuditBody;

export const firstDay = Date.UTC(2026, 9, 30);
const hour = 60 * 60 * 1_000;

export interface WrittenTrail {
  readonly files: readonly TrailFile[];
  readonly end: ChainEnd;
}

/** A whole trail: so many listens, one every hours, from the end of October 2026 on. */
export function trailOf(listens: number, everyHours = 12): WrittenTrail {
  const texts = new Map<string, string>();
  let end = beginning;
  let newest: string | null = null;
  for (let at = 0; at < listens * 2; at += 1) {
    const time = firstDay + at * everyHours * hour;
    const linked = linkEntry(end, at % 2 === 0 ? began : stopped, time);
    newest = fileFor(time, newest);
    texts.set(newest, (texts.get(newest) ?? '') + linked.line);
    end = linked.end;
  }
  return { files: [...texts].map(([name, text]) => ({ name, text })), end };
}

/** Files in memory that can be made to fail. */
export interface MemoryFiles extends AuditFiles {
  readonly content: Map<string, string>;
  /** What `append` does: `failing` writes nothing, `torn` half of it, `unsure` all of it; each says that it failed. */
  disk: 'good' | 'failing' | 'torn' | 'unsure';
}

export function memoryFiles(files: readonly TrailFile[] = []): MemoryFiles {
  const content = new Map(files.map(({ name, text }) => [name, text]));
  const memory: MemoryFiles = {
    content,
    disk: 'good',
    list: () => Promise.resolve([...content.keys(), 'notes.txt']),
    read: (name) => Promise.resolve(new TextEncoder().encode(content.get(name) ?? '')),
    append: (name, text) => {
      const written = { good: text, failing: '', torn: text.slice(0, text.length / 2), unsure: text }[memory.disk];
      if (written !== '') content.set(name, (content.get(name) ?? '') + written);
      return memory.disk === 'good' ? Promise.resolve() : Promise.reject(Object.assign(new Error('disk'), { code: 'ENOSPC' }));
    },
    cut: (name, length) => {
      content.set(
        name,
        Buffer.from(content.get(name) ?? '')
          .subarray(0, length)
          .toString(),
      );
      return Promise.resolve();
    },
    remove: (name) => {
      content.delete(name);
      return Promise.resolve();
    },
    writable: () => memory.disk === 'good',
  };
  return memory;
}

/** The files as they are read for a check. */
export function filesIn({ content }: MemoryFiles): readonly TrailFile[] {
  return [...content].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, text]) => ({ name, text }));
}
