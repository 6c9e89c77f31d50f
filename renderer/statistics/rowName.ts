import type { StatisticsRow, statisticsBy } from '../../contract/statistics.ts';
import type { Words } from '../i18n/Words.ts';

/** What a row is called. */
export function rowName({ key, name }: StatisticsRow, by: (typeof statisticsBy)[number], words: Words): string {
  switch (by) {
    case 'agent':
      return name === '' ? key : `${name} ${key}`;
    case 'group':
      return key === '' ? words.roster.noGroup : key;
    case 'week':
      // At noon it is the same day in every time zone.
      return new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short' }).format(new Date(`${key}T12:00`));
  }
}
