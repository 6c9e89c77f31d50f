import type { linkMeanings } from '../../../contract/problemMeanings.ts';
import type { ProblemWords } from '../ProblemWords.ts';

/** Why no good answer came from the gateway. */
export const linkProblems = {
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
  'closed-early': {
    sentence: 'Something answers at this address, but closes the connection before it is secure.',
    remedy: 'Check the port. If it is right, ask your administrator whether the gateway behind it is running.',
  },
  'not-https': {
    sentence: 'What answers at this address does not speak HTTPS as a gateway does.',
    remedy: 'Check the address and the port; the usual port is 8043.',
  },
  'tls-too-old': {
    sentence: 'The gateway’s encryption is older than Earshot accepts, so nothing was sent.',
    remedy: 'Ask your administrator to bring the gateway up to date, or to allow its encryption (the setting minimumTls).',
  },
  'tls-refused': {
    sentence: 'The gateway and this computer cannot agree on an encryption.',
    remedy: 'Ask your administrator to check the gateway’s encryption settings, and give the code below.',
  },
  'client-certificate': {
    sentence: 'The gateway asks for a certificate of yours, and Earshot has none.',
    remedy: 'Ask your administrator to let you in without one.',
  },
  'other-name': {
    sentence: 'The gateway does not go by the name in this address.',
    remedy: 'Check the address, or ask your administrator for the right name.',
  },
  'proxy-unreachable': {
    sentence: 'The proxy on the way to the gateway cannot be reached.',
    remedy: 'Check your network or VPN. If it stays, ask your administrator about the proxy.',
  },
  'proxy-certificate': {
    sentence: 'The proxy on the way to the gateway shows a certificate that this computer does not trust.',
    remedy: 'Ask your administrator about the proxy’s certificate.',
  },
  'proxy-sign-in': {
    sentence: 'The proxy on the way to the gateway asks for a sign-in, which Earshot does not have.',
    remedy: 'Ask your administrator to let the gateway’s address past the proxy.',
  },
  'proxy-refused': {
    sentence: 'The proxy does not let Earshot through to the gateway.',
    remedy: 'Check the gateway address, or ask your administrator to let it past the proxy.',
  },
  'proxy-no-gateway': {
    sentence: 'The proxy cannot reach the gateway.',
    remedy: 'Check the address. If it is right, ask your administrator whether the gateway is running.',
  },
  'proxy-not-supported': {
    sentence: 'This computer’s proxy is of a kind that Earshot cannot use.',
    remedy: 'Ask your administrator for an HTTP proxy, or to let the gateway’s address past the proxy.',
  },
  'proxy-unreadable': {
    sentence: 'The address of the proxy on this computer cannot be read.',
    remedy: 'Ask your administrator to correct it.',
  },
  'connection-lost': { sentence: 'The connection to the gateway broke.', remedy: 'Check your network or VPN.' },
  'no-answer': { sentence: 'The gateway did not answer in time.', remedy: 'Check your network or VPN, then try again.' },
  'given-up': { sentence: 'This was given up before it was done.', remedy: 'Try again.' },
  'server-busy': { sentence: 'The gateway is busy and asks to wait.', remedy: 'Wait a moment; Earshot goes on by itself.' },
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
  'centre-not-set-up': {
    sentence: 'The gateway’s settings for your call centre are incomplete.',
    remedy: 'Ask your administrator, and give the code below.',
  },
  'gateway-service-missing': {
    sentence: 'A service that the gateway needs is missing.',
    remedy: 'Try again in a moment. If it stays, ask your administrator, and give the code below.',
  },
  'nothing-to-answer': {
    sentence: 'The gateway has no call that could be picked up.',
    remedy: 'If your phone rings, pick it up by hand. Otherwise listen again.',
  },
  'no-such-call': {
    sentence: 'The gateway has no call with which this could be done.',
    remedy: 'The call may be over. Look at the list, then try again.',
  },
  'no-such-recording': {
    sentence: 'The gateway has no recording with which this could be done.',
    remedy: 'Ask your administrator, and give the code below.',
  },
  'no-such-conference': {
    sentence: 'The gateway has no conference with which this could be done.',
    remedy: 'Ask your administrator, and give the code below.',
  },
  'unknown-retcode': {
    sentence: 'The gateway refused this for a reason that Earshot does not know.',
    remedy: 'Ask your administrator, and give the code below.',
  },
  'certificate-not-valid': {
    sentence: 'The gateway’s certificate cannot be used.',
    remedy: 'Nothing was sent. Ask your administrator to renew the certificate, and check the clock of this computer.',
  },
  'certificate-changed': {
    sentence: 'The gateway shows another certificate than the one that was trusted.',
    remedy: 'Nothing was sent. Ask your administrator whether it was renewed; it can then be replaced under Settings.',
  },
  'certificate-forbidden': {
    sentence: 'The gateway’s certificate is not trusted.',
    remedy: 'Nothing was sent. Your administrator decides which certificates are trusted.',
  },
  'certificate-not-trusted': {
    sentence: 'The gateway’s certificate is not trusted.',
    remedy: 'Nothing was sent. Sign in again to look at the certificate.',
  },
} satisfies Record<(typeof linkMeanings)[number], ProblemWords>;
