import type { Problem } from '../../contract/problem.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import { ownProblem } from '../results/ownProblem.ts';
import type { Failure } from './failure.ts';
import { retcodeProblem } from './retcodes.ts';

/** What a failure means for the inspector. */
export function failureProblem(failure: Failure): Problem {
  switch (failure.kind) {
    case 'refused':
      return retcodeProblem(failure.retcode);
    case 'unreachable':
    case 'invalidResponse':
      return ownProblem(failure.reason);
    case 'certificate':
      return certificateProblem(failure.question);
    case 'connectionLost':
      return ownProblem('connection-lost');
    case 'timeout':
      return ownProblem('no-answer');
    case 'aborted':
      return ownProblem('given-up');
  }
}

function certificateProblem({ kind, certificateError }: CertificateQuestion): Problem {
  switch (kind) {
    case 'notValid':
      return { ...ownProblem('certificate-not-valid'), certificateError };
    case 'changed':
      return ownProblem('certificate-changed');
    case 'forbidden':
      return { code: 'certificate-not-trusted', meaning: 'certificate-forbidden', certificateError };
    case 'unknown':
      return { ...ownProblem('certificate-not-trusted'), certificateError };
  }
}
