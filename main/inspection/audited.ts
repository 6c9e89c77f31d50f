import type { AuditedAnswer, AuditedRequest } from '../audit/requestBody.ts';
import { mayHaveHappened, type Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { ForceNews } from './forces.ts';
import type { ModeNews } from './modes.ts';

/** What the audit trail is told of a change of mode. */
export function auditedMode(news: ModeNews): AuditedRequest {
  return { of: 'mode', workNo: news.workNo, mode: news.to, answer: news.kind === 'asked' ? null : answerOf(news.failure) };
}

/** What the audit trail is told of what an agent is made to do. */
export function auditedForce(news: ForceNews): AuditedRequest {
  return { of: 'force', workNo: news.workNo, force: news.what, answer: news.kind === 'asked' ? null : answerOf(news.failure) };
}

function answerOf(failure: Failure | null): AuditedAnswer {
  if (failure === null) return { outcome: 'confirmed' };
  return { outcome: mayHaveHappened(failure) ? 'unknown' : 'refused', code: failureProblem(failure).code };
}
