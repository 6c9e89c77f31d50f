import type { LinkRequest } from '../../contract/links.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { readLink } from './link.ts';

export interface LinksOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether there is a roster to act on; a link that comes earlier waits for it. */
  ready(): boolean;
  nameOf(workNo: string): string;
  /** A link that is none of Earshot's. */
  onMalformed(): void;
  onChange(): void;
}

/** Keeps what a link asked for until it is answered: the newest only, and not forever. */
export interface LinksService {
  /** Takes in what was clicked, as it came from outside. */
  open(text: string): void;
  shown(): LinkRequest;
  /** The agent that the inspector now agreed to listen to; null when nothing was asked. Puts the request away. */
  takeListen(): string | null;
  dismiss(): void;
}

/** A link that nobody answered for so long (ms) was not meant for now: the sign-in may come first. */
export const linkWaits = 5 * 60_000;

export function createLinks({ clock, log, ready, nameOf, onMalformed, onChange }: LinksOptions): LinksService {
  let asked: { readonly kind: 'listen' | 'agent'; readonly workNo: string } | null = null;
  let expiry: CancelTimer | null = null;

  function put(next: typeof asked): void {
    expiry?.();
    expiry = null;
    asked = next;
    if (next !== null) {
      expiry = clock.after(linkWaits, () => {
        put(null);
      });
    }
    onChange();
  }

  return {
    open: (text) => {
      const link = readLink(text);
      log.info('link', { kind: link.kind });
      if (link.kind === 'malformed') onMalformed();
      else put(link);
    },
    shown: () => {
      if (asked === null || !ready()) return { kind: 'none' };
      const { kind, workNo } = asked;
      return kind === 'agent' ? { kind, workNo } : { kind, agent: { workNo, name: nameOf(workNo) } };
    },
    takeListen: () => {
      if (asked?.kind !== 'listen') return null;
      const { workNo } = asked;
      put(null);
      return workNo;
    },
    dismiss: () => {
      if (asked !== null) put(null);
    },
  };
}
