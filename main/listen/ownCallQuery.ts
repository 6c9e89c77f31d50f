import type { AgentState } from '../../contract/agentState.ts';
import type { Reply } from '../gateway/link.ts';
import type { OwnCall } from './onAnswer.ts';

/** So many questions may be out at once: a slow answer must not keep the next one from finding a ring. */
const outAtOnce = 2;

export interface OwnCallQuery {
  ask(): void;
  /** Something newer is known: the answers on their way are too old, and are dropped. */
  outdate(): void;
}

/** The phase of the own call. Answers may overtake each other: one that is older than the last one taken says nothing any more. */
export function createOwnCallQuery(send: () => Promise<Reply<AgentState | null>>, take: (answer: OwnCall) => void): OwnCallQuery {
  let asked = 0;
  let newest = 0;
  let out = 0;
  let again = false;

  async function question(): Promise<void> {
    asked += 1;
    const mine = asked;
    out += 1;
    const reply = await send();
    out -= 1;
    if (again) {
      again = false;
      void question();
    }
    if (mine < newest) return;
    newest = mine;
    take(ownCallOf(reply));
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

/** Retcodes of a moment, not of the gateway's kind: a Guid renewed meanwhile, no service, too often (ccgateway.md 6). */
const passing = /^(000-003|000-004|000-007|105-\d{3})$/;

/** A gateway that refuses the query never says it; an answer that is missing may come another time. */
function ownCallOf(reply: Reply<AgentState | null>): OwnCall {
  if (reply.ok) return reply.value;
  const { failure } = reply;
  return failure.kind === 'refused' && !passing.test(failure.retcode) ? null : 'noAnswer';
}
