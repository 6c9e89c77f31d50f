import type { CertificateQuestion } from '../../contract/trust.ts';

/** Why a request brought no success. A closed union: what cannot be told apart here cannot be told apart anywhere. */
export type Failure =
  /** The gateway said no, with a retcode (protocol.md 6). */
  | { readonly kind: 'refused'; readonly retcode: string }
  /** No connection came about; the gateway has not seen the request. */
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  /** The certificate is not trusted; nothing was sent. */
  | { readonly kind: 'certificate'; readonly question: CertificateQuestion }
  /** The connection broke after the request may have arrived. */
  | { readonly kind: 'connectionLost' }
  /** No answer in time; the request may have arrived. */
  | { readonly kind: 'timeout' }
  /** Something answered, but not as a CC-Gateway does. */
  | {
      readonly kind: 'invalidResponse';
      readonly reason: InvalidResponseReason;
      readonly status: number;
      /** Milliseconds for which it asked to be left alone (HTTP `Retry-After`). */
      readonly retryAfter?: number;
    }
  /** Earshot itself gave the request up. */
  | { readonly kind: 'aborted' };

export type UnreachableReason =
  | 'connection-refused'
  | 'host-not-found'
  | 'no-route'
  | 'connect-timeout'
  | 'closed-early'
  | 'not-https'
  | 'tls-too-old'
  | 'tls-refused'
  | 'client-certificate'
  | 'other-name'
  | 'proxy-unreachable'
  | 'proxy-certificate'
  | 'proxy-sign-in'
  | 'proxy-refused'
  | 'proxy-no-gateway'
  | 'proxy-not-supported'
  | 'proxy-unreadable';

export type InvalidResponseReason = 'server-busy' | 'web-page' | 'redirected' | 'not-an-answer' | 'answer-too-large' | 'server-error';

/** Whether the gateway may have carried the request out although no good answer came. */
export function mayHaveHappened(failure: Failure): boolean {
  switch (failure.kind) {
    case 'connectionLost':
    case 'timeout':
    case 'invalidResponse':
    case 'aborted':
      return true;
    case 'refused':
    case 'unreachable':
    case 'certificate':
      return false;
  }
}
