import type { Notice } from '../../contract/state.ts';

/** What inspectors are told once and put away themselves. */
export interface Notices {
  shown(): readonly Notice[];
  /** A later notice of the same id takes the earlier one's place. */
  add(notice: Notice): void;
  dismiss(id: string): void;
}

export function createNotices(first: readonly Notice[]): Notices {
  let notices = first;
  const without = (id: string): readonly Notice[] => notices.filter((notice) => notice.id !== id);
  return {
    shown: () => notices,
    add: (notice) => {
      notices = [...without(notice.id), notice];
    },
    dismiss: (id) => {
      notices = without(id);
    },
  };
}
