import type { ScoreForm } from '../../contract/notes.ts';
import type { SecretBox } from '../../main/ports/storage.ts';
import { defaultForm } from '../../main/notes/defaultForm.ts';
import { createNoteDrafts, type NoteDrafts } from '../../main/notes/drafts.ts';
import { createNoteStore } from '../../main/notes/store.ts';
import { readableBox } from './readableBox.ts';
import { silentLog } from './silentLog.ts';
import { memoryFiles, type MemoryFiles } from './trails.ts';

export const started = Date.UTC(2026, 10, 3, 9);
export const id = `${String(started)}-20001`;

export interface DeskOptions {
  readonly files?: MemoryFiles;
  readonly box?: SecretBox;
  readonly encrypted?: boolean;
  readonly names?: Readonly<Record<string, string>>;
}

/** A run of Earshot, as far as its notes are concerned. */
export function runOn({ files = memoryFiles(), box = readableBox, encrypted = false, names = {} }: DeskOptions = {}): {
  readonly desk: NoteDrafts;
  readonly files: MemoryFiles;
} {
  const store = createNoteStore({ files, box, encrypted: () => encrypted });
  const desk = createNoteDrafts({ store, log: silentLog, nameOf: (workNo) => names[workNo] ?? '', onChange: () => undefined });
  return { desk, files };
}

export function beginListen(desk: NoteDrafts, at = started, agent = '20001'): string {
  const begun = `${String(at)}-${agent}`;
  desk.begin({ id: begun, agent, gateway: 'gw:8043', started: at, inspector: '291' });
  return begun;
}

export function typed(
  text: string,
  more: { id?: string; at?: number; by?: string; form?: ScoreForm; scores?: Record<string, number | boolean> } = {},
) {
  return { id, text, scores: {}, by: '291', form: defaultForm, at: started + 60_000, ...more };
}

/** All that is on the disk. */
export function onDisk(files: MemoryFiles): string {
  return [...files.content.values()].join('');
}
