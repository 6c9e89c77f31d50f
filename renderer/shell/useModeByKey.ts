import type { Mode } from '../../contract/inspection.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { allowedModes, offeredModes } from '../listen/offeredModes.ts';
import type { ModeRequest } from '../listen/useModeRequest.ts';
import { useRosterStore } from '../model/EarshotContext.tsx';
import { blockFor, generalBlock } from '../model/listenBlock.ts';
import { listenIsActive } from '../model/listenPhase.ts';

/**
 * A key for a way to be in the call under way, or in that of the agent in whose row the focus is. The function answers why it does
 * nothing, in words; null: it is done.
 */
export function useModeByKey(state: AppState, reachable: boolean, modeRequest: ModeRequest): (mode: Mode) => string | null {
  const words = useWords();
  const rosterStore = useRosterStore();
  const { listen, inspection, noRight } = state;
  const settings = state.settings.values;

  function change(mode: Mode): string | null {
    const offered = inspection === null ? [] : offeredModes(inspection, settings, noRight);
    const way = offered.find((each) => each.mode === mode);
    const isUp = listen.kind === 'listening' || listen.kind === 'outcomeUnknown';
    if (way?.how === 'noRight' && mode !== 'listen') return words.modes.noRight[mode];
    if (way?.how !== 'can' || !isUp || inspection?.asking !== null) return words.modes.notOffered;
    modeRequest.change(mode);
    return null;
  }

  function begin(mode: Mode): string | null {
    const workNo = document.activeElement?.closest('[data-work-no]')?.getAttribute('data-work-no') ?? null;
    const row = workNo === null ? undefined : rosterStore.rows().get(workNo);
    // Alone L listens, to no less an agent.
    if (row === undefined || mode === 'listen' || mode === 'call' || !allowedModes(settings).includes(mode)) {
      return words.modes.notOffered;
    }
    const block = blockFor(row, generalBlock(state, reachable), noRight.listen);
    if (block !== null) return words.blocked[block];
    if (noRight[mode]) return words.modes.noRight[mode];
    modeRequest.begin(row.workNo, mode);
    return null;
  }

  return (mode) => (listenIsActive(listen) ? change(mode) : begin(mode));
}
