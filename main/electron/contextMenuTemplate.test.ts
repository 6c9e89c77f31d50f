import { describe, expect, it } from 'vitest';
import { alertWords } from '../alerts/words/words.ts';
import { contextMenuTemplate } from './contextMenuTemplate.ts';

const editFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const enabled = (field: Parameters<typeof contextMenuTemplate>[0]): unknown[] =>
  contextMenuTemplate(field, alertWords['zh-CN'].edit).flatMap((line) => (line.type === 'separator' ? [] : [[line.label, line.enabled]]));

describe('the menu on a right click', () => {
  it('has in a field all that edits, as far as it can be done there', () => {
    expect(enabled({ isEditable: true, selectionText: '', editFlags })).toEqual([
      ['剪切', false],
      ['复制', false],
      ['粘贴', true],
      ['全选', true],
    ]);
  });

  it('has Copy alone on a selection', () => {
    expect(enabled({ isEditable: false, selectionText: '20011', editFlags: { ...editFlags, canCopy: true } })).toEqual([['复制', true]]);
  });

  it('is not there where nothing is selected', () => {
    expect(enabled({ isEditable: false, selectionText: ' ', editFlags })).toEqual([]);
  });
});
