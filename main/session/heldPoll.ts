import type { Failure } from '../gateway/failure.ts';
import type { Reply } from '../gateway/link.ts';
import type { Clock } from '../ports/clock.ts';
import { verdictOf } from './verdict.ts';

export interface HeldPollParts {
  readonly clock: Clock;
  /** Milliseconds of silence after which the gateway is asked. */
  readonly askAfter: number;
  /** The first question goes out with the poll. */
  readonly atOnce: boolean;
  /** A query that is answered at once. */
  ask(): Promise<Reply<unknown>>;
  /** The gateway answered: it only holds the poll. */
  onAnswer(): void;
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
 * gateway is asked something beside it: an answer keeps the poll, silence gives it up. Sites set holds of any length
 * (protocol.md 2.1), and a lost link shows as soon under each of them. Under the usual hold of ten seconds nothing is asked.
 */
export function lookAfterPoll({ clock, askAfter, atOnce, ask, onAnswer, onSilence }: HeldPollParts): HeldPoll {
  let over = false;
  let beside: BesidePoll = { kind: 'answered' };
  let cancel = clock.after(atOnce ? 0 : askAfter, look);

  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  const isOver = (): boolean => over;

  function look(): void {
    beside = { kind: 'unanswered' };
    void ask().then((reply) => {
      if (isOver()) return;
      if (reply.ok || verdictOf(reply.failure) !== 'lost') {
        beside = { kind: 'answered' };
        cancel = clock.after(askAfter, look);
        onAnswer();
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
