import type { MenuItemConstructorOptions } from 'electron';
import { placesAfter, pressCounts, type Place } from '../../../contract/settling.ts';
import type { AlertAction, TrayMenuLine } from '../../alerts/surfaces.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

// In a menu an ampersand marks the next letter as its key.
const label = (words: string): string => oneLine(words, 80).replaceAll('&', '&&');

type ActionLine = TrayMenuLine & { readonly kind: 'action' };

/** What is chosen from the tray's menus, held to what they said. */
export interface TrayChoices {
  /** The menu is this from now on. */
  offer(lines: readonly TrayMenuLine[]): void;
  choose(line: ActionLine, place: number): void;
}

/**
 * A menu may stand open while what it says passes (Windows, macOS), or change under the pointer (Linux): a line acts only while the menu
 * has it at the same place still, about the same agent, and has had it there for a moment. To show Earshot does no harm.
 */
export function createTrayChoices(monotonic: () => number, onAction: (action: AlertAction) => void): TrayChoices {
  let places: readonly Place[] | null = null;
  return {
    offer: (lines) => {
      places = placesAfter(places, lines.map(meaning), monotonic());
    },
    choose: (line, place) => {
      if (line.action === 'show' || pressCounts(places?.[place], meaning(line), monotonic())) onAction(line.action);
    },
  };
}

function meaning(line: TrayMenuLine): string {
  return line.kind === 'action' ? `${line.action} ${line.about}` : line.kind;
}

/** The lines of the plan as Electron's menu template; `choose` is told the line and its place in the menu. */
export function trayMenuTemplate(lines: readonly TrayMenuLine[], choose: TrayChoices['choose']): MenuItemConstructorOptions[] {
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
