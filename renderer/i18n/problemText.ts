import type { CertificateError } from '../../contract/certificateError.ts';
import type { Problem } from '../../contract/problem.ts';
import { fillPhrase } from './phrase.ts';
import type { ProblemWords } from './ProblemWords.ts';
import type { Words } from './Words.ts';

/** What happened, and what to do about it, ready to be shown. */
export function problemText({ meaning, certificateError }: Problem, words: Words): ProblemWords {
  const { sentence, remedy } = words.problems[meaning];
  return {
    sentence: certificateError === undefined ? sentence : `${sentence}${words.gap}${certificateErrorText(certificateError, words)}`,
    remedy,
  };
}

/** Why a certificate is not accepted. */
export function certificateErrorText({ reason, verdict }: CertificateError, { certificate }: Words): string {
  return fillPhrase(certificate.errors[reason], { verdict });
}
