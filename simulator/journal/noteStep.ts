import type { ListenStep } from '../inspection/inspection.ts';
import { endedBy } from '../inspection/listenEnd.ts';
import type { ListenEnd } from '../inspection/listenEnd.ts';
import type { Journal } from './journal.ts';

/** Writes down what a listen's next step means for the inspector's phone. */
export function noteStep(
  journal: Journal,
  inspector: string,
  workNo: string,
  { step, before, why }: { readonly step: ListenStep; readonly before: ListenStep; readonly why: ListenEnd | null },
): void {
  const ended = why ?? 'sessionOver';
  if (before === 'ringing') journal.note(inspector, { kind: 'ringEnded', workNo, why: step === 'listening' ? 'pickedUp' : ended });
  switch (step) {
    case 'accepted':
      journal.note(inspector, { kind: 'listenBegan', workNo });
      return;
    case 'callingPhone':
      return;
    case 'ringing':
      journal.note(inspector, { kind: 'ringBegan', workNo });
      return;
    case 'listening':
      journal.note(inspector, { kind: 'audioBegan', workNo });
      return;
    case 'ended':
      if (before === 'listening') journal.note(inspector, { kind: 'audioEnded', workNo, by: endedBy(ended), why: ended });
      journal.note(inspector, { kind: 'listenEnded', workNo, by: endedBy(ended), why: ended });
      return;
  }
}
