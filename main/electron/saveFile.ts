import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { SavedFile } from '../../contract/savedFile.ts';

/** Asks where a file shall be, over `window`, and writes it there; null when that fails. */
export function saveFileFrom(window: BrowserWindow): (name: string, text: string) => Promise<SavedFile | null> {
  return async (name, text) => {
    const defaultPath = path.join(app.getPath('documents'), name);
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
    if (canceled || filePath === '') return { kind: 'cancelled' };
    try {
      await writeFile(filePath, text, { mode: 0o600 });
    } catch {
      return null;
    }
    return { kind: 'saved', name: path.basename(filePath).slice(0, 300) };
  };
}
