import type { StepFault, StepNote, StepResult } from '../../contract/diagnostics.ts';
import type { Problem } from '../../contract/problem.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';

/** What stands beside a step: what came of it, and what to do about it. */
export interface StepWords {
  readonly sentence: string;
  readonly remedy: string;
  readonly problem: Problem | null;
}

const plain = (sentence: string): StepWords => ({ sentence, remedy: '', problem: null });

export function stepWords(result: StepResult, words: Words): StepWords {
  const { diagnostics } = words;
  switch (result.kind) {
    case 'waiting':
      return plain(diagnostics.waiting);
    case 'running':
      return plain(diagnostics.trying);
    case 'passed':
      return plain(noteWords(result.note, words));
    case 'failed':
      return faultWords(result.fault, words);
    case 'notTried':
      return plain(
        fillPhrase(diagnostics.notTried[result.why], { before: result.before === undefined ? '' : diagnostics.steps[result.before] }),
      );
  }
}

function noteWords(note: StepNote, { diagnostics: { notes }, gap }: Words): string {
  const withPassedOver = (said: string, proxies: readonly string[]): string =>
    proxies.length === 0 ? said : `${said}${gap}${fillPhrase(notes.passedOver, { proxies: proxies.join(', ') })}`;
  switch (note.kind) {
    case 'addresses':
      return fillPhrase(notes.addresses, { addresses: note.addresses.join(', ') });
    case 'throughProxy':
      return withPassedOver(fillPhrase(notes.throughProxy, { proxy: note.proxy }), note.passedOver);
    case 'noProxy':
      return withPassedOver(notes.noProxy, note.passedOver);
    case 'addressByProxy':
    case 'trusted':
    case 'answered':
      return notes[note.kind];
    case 'clock':
      if (note.ahead === 0) return notes.clockSame;
      return fillPhrase(note.ahead > 0 ? notes.clockAhead : notes.clockBehind, { seconds: wholeSeconds(note.ahead) });
    case 'shown':
      return note.heldBack ? `${notes.shown(note.surfaces)}${gap}${notes.heldBack}` : notes.shown(note.surfaces);
    case 'stored':
      return note.secretsKept ? notes.stored : notes.storedPlain;
  }
}

function faultWords(fault: StepFault, { diagnostics: { faults }, surfaces, listGap }: Words): StepWords {
  const say = (sentence: string, remedy: string): StepWords => ({ sentence, remedy, problem: null });
  switch (fault.kind) {
    case 'problem':
      return { sentence: '', remedy: '', problem: fault.problem };
    case 'noAddress':
    case 'notAnAddress':
    case 'oddNumber':
      return say(faults[fault.kind].sentence, faults[fault.kind].remedy);
    case 'clock': {
      const clock = faults[fault.ahead > 0 ? 'clockAhead' : 'clockBehind'];
      return say(fillPhrase(clock.sentence, { seconds: wholeSeconds(fault.ahead) }), clock.remedy);
    }
    case 'notShown':
      return say(
        fillPhrase(faults.notShown.sentence, { surfaces: fault.surfaces.map((name) => surfaces[name]).join(listGap) }),
        faults.notShown.remedy,
      );
    case 'notStored':
      return say(faults.notStored.sentence, fillPhrase(faults.notStored.remedy, { code: fault.code }));
    case 'tooLong':
      return say(fillPhrase(faults.tooLong.sentence, { seconds: wholeSeconds(fault.limit) }), faults.tooLong.remedy);
  }
}

function wholeSeconds(milliseconds: number): string {
  return String(Math.max(1, Math.round(Math.abs(milliseconds) / 1_000)));
}
