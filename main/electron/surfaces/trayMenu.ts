import type { MenuItemConstructorOptions } from 'electron';
import type { AlertAction, TrayMenuLine } from '../../alerts/surfaces.ts';
import { plainWords } from './words.ts';

// In a menu an ampersand marks the next letter as its key.
const label = (words: string): string => plainWords(words, 80).replaceAll('&', '&&');

/** The lines of the plan as Electron's menu template. */
export function trayMenuTemplate(lines: readonly TrayMenuLine[], onAction: (action: AlertAction) => void): MenuItemConstructorOptions[] {
  return lines.map((line): MenuItemConstructorOptions => {
    switch (line.kind) {
      case 'words':
        return { label: label(line.words), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: label(line.words),
          click: () => {
            onAction(line.action);
          },
        };
    }
  });
}
