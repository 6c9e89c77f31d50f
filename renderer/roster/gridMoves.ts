/** Where the focus goes in a list of rows. */
export interface Move {
  readonly to: 'row' | 'header' | 'action';
  readonly index: number;
}

export interface GridPlace {
  readonly index: number;
  readonly count: number;
  /** How many rows a page holds. */
  readonly page: number;
  readonly onAction: boolean;
}

/** What a key does in the grid's rows; null: it is none of the grid's keys. */
export function moveForKey(key: string, { index, count, page, onAction }: GridPlace): Move | null {
  const to = onAction ? 'action' : 'row';
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return { to, index: Math.min(last, index + 1) };
    case 'ArrowUp':
      return index === 0 ? { to: 'header', index: 0 } : { to, index: index - 1 };
    case 'PageDown':
      return { to, index: Math.min(last, index + page) };
    case 'PageUp':
      return { to, index: Math.max(0, index - page) };
    case 'Home':
      return { to, index: 0 };
    case 'End':
      return { to, index: last };
    case 'ArrowRight':
      return { to: 'action', index };
    case 'ArrowLeft':
      return { to: 'row', index };
    default:
      return null;
  }
}
