import type { ForceKind } from '../../contract/forcing.ts';
import type { Mode } from '../../contract/inspection.ts';
import type { AuditBody } from './entry.ts';

/** What came of a request; the code of what went wrong where something did. */
export type AuditedAnswer = { readonly outcome: 'confirmed' } | { readonly outcome: 'refused' | 'unknown'; readonly code: string };

/** A request that changes a mode, or makes an agent do something; `answer` is null when it is asked for. */
export type AuditedRequest =
  | { readonly of: 'mode'; readonly workNo: string; readonly mode: Mode; readonly answer: AuditedAnswer | null }
  | { readonly of: 'force'; readonly workNo: string; readonly force: ForceKind; readonly answer: AuditedAnswer | null };

/** The entry for it. */
export function requestBody(request: AuditedRequest, inspector: string): AuditBody {
  const who = { inspector, agent: request.workNo };
  const { answer } = request;
  const came = answer === null ? null : { outcome: answer.outcome, code: answer.outcome === 'confirmed' ? 'confirmed' : answer.code };
  switch (request.of) {
    case 'mode': {
      const of = { ...who, mode: request.mode };
      return came === null ? { kind: 'modeAsked', ...of } : { kind: 'modeAnswered', ...of, ...came };
    }
    case 'force': {
      const of = { ...who, force: request.force };
      return came === null ? { kind: 'forceAsked', ...of } : { kind: 'forceAnswered', ...of, ...came };
    }
  }
}
