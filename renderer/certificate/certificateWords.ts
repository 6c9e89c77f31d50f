import type { CertificateQuestion } from '../../contract/trust.ts';
import type { Phrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';

/** The words of a certificate page. */
export interface CertificateWords {
  readonly title: string;
  readonly lead: Phrase<'gateway'>;
  readonly advice: string;
  readonly tone: 'warn' | 'danger';
}

export function certificateWords(kind: CertificateQuestion['kind'], userTrust: boolean, { certificate }: Words): CertificateWords {
  switch (kind) {
    case 'unknown':
      return {
        title: certificate.unknownTitle,
        lead: certificate.unknownLead,
        advice: certificate.unknownAdvice,
        tone: 'warn',
      };
    case 'changed':
      return {
        title: certificate.changedTitle,
        lead: certificate.changedLead,
        advice: userTrust ? certificate.changedAdvice : certificate.changedAdministered,
        tone: 'danger',
      };
    case 'forbidden':
      return {
        title: certificate.forbiddenTitle,
        lead: certificate.forbiddenLead,
        advice: certificate.forbiddenAdvice,
        tone: 'danger',
      };
    case 'notValid':
      return {
        title: certificate.notValidTitle,
        lead: certificate.notValidLead,
        advice: certificate.notValidAdvice,
        tone: 'danger',
      };
  }
}
