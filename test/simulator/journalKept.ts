import { onTestFinished } from 'vitest';
import type { JournalEntry, Simulator } from '../../simulator/index.ts';

/** Every entry of the simulator's journal from now on, oldest first. */
export function journalOf(simulator: Simulator): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  onTestFinished(
    simulator.onJournal((entry) => {
      entries.push(entry);
    }),
  );
  return entries;
}

/** The entries of these kinds. */
export function ofKind<Kind extends JournalEntry['kind']>(
  entries: readonly JournalEntry[],
  kind: Kind,
): Extract<JournalEntry, { kind: Kind }>[] {
  return entries.filter((entry): entry is Extract<JournalEntry, { kind: Kind }> => entry.kind === kind);
}
