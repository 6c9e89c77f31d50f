import type { Clock } from '../../ports/clock.ts';
import type { Contact } from './contact.ts';

/** A contact older than the gateway's hold (ms), when the computer wakes up, is one that was slept through. */
const sleptThrough = 11_000;

/**
 * What to do when the computer wakes up. `reconnect`: what was out may hang on a dead connection, so the own state is asked over a new one
 * before anything else (regainContact.ts), and with its answer all that may have happened meanwhile. `hurry`: after a short lock the held
 * poll is as good as ever, and giving it up could lose an event on its way.
 */
export function onWaking(contact: Contact, clock: Clock): 'reconnect' | 'hurry' {
  return contact.trouble().kind === 'none' && clock.now() - contact.last() <= sleptThrough ? 'hurry' : 'reconnect';
}
