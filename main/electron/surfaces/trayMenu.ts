import type { MenuItemConstructorOptions } from 'electron';
import type { TrayMenuLine } from '../../alerts/surfaces.ts';
import { plainWords } from './words.ts';

// In a menu an ampersand marks the next letter as its key.
const label = (words: string): string => plainWords(words, 80).replaceAll('&', '&&');

/** What choosing a line does. */
export function menuMeaning(line: TrayMenuLine): string {
  return line.kind === 'action' ? `${line.action} ${line.about}` : line.kind;
}

/** The lines of the plan as Electron's menu template; `choose` is told the line and its place in the menu. */
export function trayMenuTemplate(
  lines: readonly TrayMenuLine[],
  choose: (line: TrayMenuLine & { readonly kind: 'action' }, place: number) => void,
): MenuItemConstructorOptions[] {
  return lines.map((line, place): MenuItemConstructorOptions => {
    switch (line.kind) {
      case 'words':
        return { label: label(line.words), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: label(line.words),
          click: () => {
            choose(line, place);
          },
        };
    }
  });
}
