import type { Failure } from '../../gateway/failure.ts';
import type { Reply } from '../../gateway/link.ts';
import type { Clock } from '../../ports/clock.ts';
import { verdictOf } from '../contact/failureVerdict.ts';

export interface HeldPollOptions {
  readonly clock: Clock;
  /** Milliseconds of silence after which the gateway is asked. */
  readonly askAfter: number;
  /** The first question goes out with the poll. */
  readonly atOnce: boolean;
  /** When the gateway last answered something else; -Infinity: never. */
  heardAt(): number;
  /** A query that is answered at once. */
  ask(): Promise<Reply<unknown>>;
  /** The gateway answered, at that time: it only holds the poll. */
  onAnswer(at: number): void;
  /** No gateway answered: the poll hangs on a lost link. */
  onSilence(): void;
}

/** What the gateway said beside a poll: to all that it was asked, if anything; nothing yet; nothing at all. */
export type BesidePoll =
  | { readonly kind: 'answered' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'silent'; readonly failure: Failure };

/** Looks after one poll while it is out. */
export interface HeldPoll {
  /** The poll is over, one way or another. */
  end(): BesidePoll;
}

/**
 * A poll alone cannot tell a gateway that holds for long from a link that is lost. So whenever it has been out for a while the
 * gateway is asked something beside it, unless it answered somebody else meanwhile: an answer keeps the poll, silence gives it up.
 * Sites set holds of any length (protocol.md 2.1), and a lost link shows as soon under each of them. Under the usual hold of ten
 * seconds nothing is asked.
 */
export function lookAfterPoll({ clock, askAfter, atOnce, heardAt, ask, onAnswer, onSilence }: HeldPollOptions): HeldPoll {
  let over = false;
  let beside: BesidePoll = { kind: 'answered' };
  /** Since when nothing is known to have been answered. */
  let since = clock.now();
  let cancel = atOnce ? clock.after(0, question) : clock.after(askAfter, look);

  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  const isOver = (): boolean => over;

  function answered(at: number): void {
    beside = { kind: 'answered' };
    since = at;
    cancel = clock.after(at + askAfter - clock.now(), look);
    onAnswer(at);
  }

  function look(): void {
    const heard = heardAt();
    if (heard > since) answered(heard);
    else question();
  }

  function question(): void {
    beside = { kind: 'unanswered' };
    void ask().then((reply) => {
      if (isOver()) return;
      if (reply.ok || verdictOf(reply.failure) !== 'lost') {
        answered(clock.now());
        return;
      }
      beside = { kind: 'silent', failure: reply.failure };
      onSilence();
    });
  }

  return {
    end: () => {
      over = true;
      cancel();
      return beside;
    },
  };
}
