/** Where the focus goes: a row as a whole, one of its cells, or the headings. */
export type Move =
  | { readonly to: 'row'; readonly index: number }
  | { readonly to: 'cell'; readonly index: number; readonly cell: number }
  | { readonly to: 'header' };

export interface GridPlace {
  readonly index: number;
  readonly count: number;
  /** How many rows a page holds. */
  readonly page: number;
  /** The cell that has the focus; null: the row has it. */
  readonly cell: number | null;
  readonly cells: number;
}

/** What a key does in the grid's rows, as in ARIA's grid pattern; null: it is none of the grid's keys. */
export function moveForKey(key: string, control: boolean, { index, count, page, cell, cells }: GridPlace): Move | null {
  const last = count - 1;
  const along = (next: number): Move => {
    const place = Math.max(0, Math.min(last, next));
    return cell === null ? { to: 'row', index: place } : { to: 'cell', index: place, cell };
  };
  if (control && key !== 'Home' && key !== 'End') return null;
  switch (key) {
    case 'ArrowDown':
      return along(index + 1);
    case 'ArrowUp':
      return index === 0 ? { to: 'header' } : along(index - 1);
    case 'PageDown':
      return along(index + page);
    case 'PageUp':
      return along(index - page);
    case 'Home':
      return cell === null || control ? along(0) : { to: 'cell', index, cell: 0 };
    case 'End':
      return cell === null || control ? along(last) : { to: 'cell', index, cell: cells - 1 };
    case 'ArrowRight':
      return { to: 'cell', index, cell: cell === null ? 0 : Math.min(cells - 1, cell + 1) };
    case 'ArrowLeft':
      return cell === null || cell === 0 ? { to: 'row', index } : { to: 'cell', index, cell: cell - 1 };
    default:
      return null;
  }
}
