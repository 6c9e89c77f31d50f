import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { AlertWords } from '../alerts/words/words.ts';

export type EditWords = AlertWords['edit'];

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** In a field everything that edits, as far as it can be done; on a selection Copy; else nothing. */
export function contextMenuTemplate({ isEditable, selectionText, editFlags }: Clicked, words: EditWords): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { role: 'copy', label: words.copy, enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ];
}
