import { Menu, type BrowserWindow } from 'electron';
import { contextMenuTemplate, type EditWords } from './contextMenuTemplate.ts';

/** Opens a menu for what can be done with the text under the pointer, or at the caret; none where there is nothing to do. */
export function offerContextMenu(window: BrowserWindow, words: () => EditWords): void {
  window.webContents.on('context-menu', (_event, params) => {
    const lines = contextMenuTemplate(params, words());
    if (lines.length === 0) return;
    const { menuSourceType: sourceType, x, y } = params;
    Menu.buildFromTemplate(lines).popup({ window, sourceType, x: Math.round(x), y: Math.round(y) });
  });
}
