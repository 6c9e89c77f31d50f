import type { Problem } from '../../contract/problem.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import type { Failure, NonsenseReason, UnreachableReason } from './failure.ts';
import { retcodeProblem } from './retcodes.ts';

const unreachable: Readonly<Record<UnreachableReason, Omit<Problem, 'code'>>> = {
  'connection-refused': {
    sentence: 'Nothing answers at this gateway address.',
    remedy: 'Check the address and the port, and that the gateway is running.',
  },
  'host-not-found': {
    sentence: 'This gateway address is not known on your network.',
    remedy: 'Check the spelling, and that you are on the company network or VPN.',
  },
  'no-route': { sentence: 'Your computer has no way to the gateway at the moment.', remedy: 'Check your network cable, Wi-Fi or VPN.' },
  'connect-timeout': { sentence: 'The gateway does not answer.', remedy: 'Check the address, and your network or VPN.' },
  'not-https': {
    sentence: 'What answers at this address does not speak HTTPS as a gateway does.',
    remedy: 'Check the address and the port; the usual port is 8043.',
  },
  'tls-too-old': {
    sentence: 'The gateway’s encryption is older than Earshot accepts, so nothing was sent.',
    remedy: 'Ask your administrator to bring the gateway up to date, or to allow its encryption (the setting minimumTls).',
  },
  'tls-refused': {
    sentence: 'The gateway and this computer found no encryption that both accept.',
    remedy: 'Ask your administrator to check the gateway’s encryption settings, and give the code below.',
  },
  'proxy-unreachable': {
    sentence: 'The proxy on the way to the gateway cannot be reached.',
    remedy: 'Check your network or VPN. If it stays, ask your administrator about the proxy.',
  },
  'proxy-sign-in': {
    sentence: 'The proxy on the way to the gateway asks for a sign-in, which Earshot does not have.',
    remedy: 'Ask your administrator to let the gateway’s address past the proxy.',
  },
  'proxy-refused': {
    sentence: 'The proxy does not let Earshot through to the gateway.',
    remedy: 'Check the gateway address, or ask your administrator to let it past the proxy.',
  },
  'proxy-not-supported': {
    sentence: 'This computer’s proxy is of a kind that Earshot cannot use.',
    remedy: 'Ask your administrator for an HTTP proxy, or to let the gateway’s address past the proxy.',
  },
};

const nonsense: Readonly<Record<NonsenseReason, Omit<Problem, 'code'>>> = {
  'server-busy': {
    sentence: 'The gateway is busy and asks to wait.',
    remedy: 'Wait a moment; Earshot goes on by itself.',
  },
  'web-page': {
    sentence: 'A web page answered instead of the gateway.',
    remedy: 'Check the address. On a guest network, sign in to the network first.',
  },
  redirected: {
    sentence: 'The answer points to another address; a gateway does not do that.',
    remedy: 'Check the address. On a guest network, sign in to the network first.',
  },
  'not-an-answer': {
    sentence: 'The gateway’s answer could not be read.',
    remedy: 'Try again. If it stays, check the address with your administrator.',
  },
  'answer-too-large': {
    sentence: 'The gateway’s answer is larger than Earshot accepts.',
    remedy: 'Ask your administrator, and give the code below.',
  },
  'server-error': {
    sentence: 'The gateway answers, but is not working at the moment.',
    remedy: 'Try again in a moment. If it stays, ask your administrator.',
  },
};

/** What a failure means for the inspector. */
export function failureProblem(failure: Failure): Problem {
  switch (failure.kind) {
    case 'refused':
      return retcodeProblem(failure.retcode);
    case 'unreachable':
      return { code: failure.reason, ...unreachable[failure.reason] };
    case 'certificate':
      return certificateProblem(failure.question);
    case 'connectionLost':
      return { code: 'connection-lost', sentence: 'The connection to the gateway broke.', remedy: 'Check your network or VPN.' };
    case 'timeout':
      return { code: 'no-answer', sentence: 'The gateway did not answer in time.', remedy: 'Check your network or VPN, then try again.' };
    case 'nonsense':
      return { code: failure.reason, ...nonsense[failure.reason] };
    case 'abandoned':
      return { code: 'given-up', sentence: 'This was given up before it was done.', remedy: 'Try again.' };
  }
}

function certificateProblem(question: CertificateQuestion): Problem {
  switch (question.kind) {
    case 'notValid':
      return {
        code: 'certificate-not-valid',
        sentence: `The gateway’s certificate cannot be used. ${question.why}`,
        remedy: 'Nothing was sent. Ask your administrator to renew the certificate, and check the clock of this computer.',
      };
    case 'changed':
      return {
        code: 'certificate-changed',
        sentence: 'The gateway shows another certificate than the one that was trusted.',
        remedy: 'Nothing was sent. Ask your administrator whether it was renewed; it can then be replaced under Settings.',
      };
    case 'forbidden':
      return {
        code: 'certificate-not-trusted',
        sentence: `The gateway’s certificate is not trusted. ${question.why}`,
        remedy: 'Nothing was sent. Your administrator decides which certificates are trusted.',
      };
    case 'unknown':
      return {
        code: 'certificate-not-trusted',
        sentence: `The gateway’s certificate is not trusted. ${question.why}`,
        remedy: 'Nothing was sent. Sign in again to look at the certificate.',
      };
  }
}
