/** So many of one question may be out at once: a slow answer must not keep the next one from finding a ring. */
const outAtOnce = 4;

/** A question to the gateway that is asked again and again. */
export interface Question {
  ask(): void;
  /** Something newer is known: the answers on their way are too old. They are dropped, and asked for again where that was not done since. */
  outdate(): void;
}

/**
 * Answers may overtake each other: one that is older than the last one taken that `saysSomething` says nothing any more itself.
 * `send` never rejects.
 */
export function createQuestion<Answer>(
  send: () => Promise<Answer>,
  take: (answer: Answer) => void,
  saysSomething: (answer: Answer) => boolean,
): Question {
  let asked = 0;
  let newest = 0;
  let out = 0;
  let again = false;

  async function question(): Promise<void> {
    asked += 1;
    const mine = asked;
    out += 1;
    const answer = await send();
    out -= 1;
    if (again) {
      again = false;
      void question();
    }
    if (mine < newest) {
      // Nobody asked since: without an answer, what it was about would stay open.
      if (asked < newest) void question();
      return;
    }
    if (saysSomething(answer)) newest = mine;
    take(answer);
  }

  return {
    ask: () => {
      if (out < outAtOnce) void question();
      else again = true;
    },
    outdate: () => {
      newest = asked + 1;
    },
  };
}
