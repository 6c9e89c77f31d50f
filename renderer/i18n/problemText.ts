import type { CertificateDoubt } from '../../contract/certificateDoubt.ts';
import type { Problem } from '../../contract/problem.ts';
import { fillPhrase } from './phrase.ts';
import type { ProblemWords } from './ProblemWords.ts';
import type { Words } from './Words.ts';

/** What happened, and what to do about it, ready to be shown. */
export function problemText({ meaning, doubt }: Problem, words: Words): ProblemWords {
  const { sentence, remedy } = words.problems[meaning];
  return { sentence: doubt === undefined ? sentence : `${sentence}${words.gap}${doubtText(doubt, words)}`, remedy };
}

/** Why a certificate is not accepted. */
export function doubtText({ reason, verdict }: CertificateDoubt, { certificate }: Words): string {
  return fillPhrase(certificate.doubts[reason], { verdict });
}
