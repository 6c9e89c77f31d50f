import type { App } from 'electron';
import { isLink } from '../earshotLinks/link.ts';

/** The link on a command line, as Windows and Linux hand it over; null: none. The first word is the program itself. */
export function linkOn(commandLine: readonly string[]): string | null {
  return commandLine.slice(1).find(isLink) ?? null;
}

export interface Links {
  /** Hands over what was clicked so far, and from now on whatever is clicked. */
  to(open: (link: string) => void): void;
}

/** Gathers links from before Electron is ready on: macOS tells of the one that started Earshot that early. */
export function gatherLinks(app: App, commandLine: readonly string[]): Links {
  let open: ((link: string) => void) | null = null;
  const early: string[] = [];
  const take = (link: string | null): void => {
    if (link === null) return;
    if (open === null) early.push(link);
    else open(link);
  };
  take(linkOn(commandLine));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  app.on('second-instance', (_event, others) => {
    take(linkOn(others));
  });
  return {
    to: (listener) => {
      open = listener;
      early.splice(0).forEach(listener);
    },
  };
}
