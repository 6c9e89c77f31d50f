import { useCallback } from 'react';
import { timeOfDayText, type TimeOfDay } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { useClock } from './Ticking.tsx';

export function useTimeOfDay(): TimeOfDay {
  const words = useWords();
  const clock = useClock();
  return useCallback((at) => timeOfDayText(clock.dateOf(at), words), [clock, words]);
}
