/** The application's clock, as the page knows it: by what the application said that it is, and the time that has run since. */
export interface ApplicationTime {
  /** Milliseconds (contract/instant.ts). Only ever runs on while the same application is there. */
  now(): number;
  /** The application says that it was `moment` a moment ago. */
  said(moment: number): void;
  /** Another application may be there from now on: its next word counts, not what was known. */
  anew(): void;
}

/** `ran` gives milliseconds that nobody's setting of a date moves; `begin`: what the clock shows until the application says something. */
export function createApplicationTime(ran: () => number, begin: number): ApplicationTime {
  let ahead = begin - ran();
  let known = false;
  return {
    now: () => Math.floor(ran() + ahead),
    said: (moment) => {
      const said = moment - ran();
      // Every message is late by its way here, and by the page's being busy: the quickest tells best. A sleep that the page's clock
      // leaves out puts the application's ahead.
      ahead = known ? Math.max(ahead, said) : said;
      known = true;
    },
    anew: () => {
      known = false;
    },
  };
}
