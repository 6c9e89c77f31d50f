import { isIPv4 } from 'node:net';
import type { SignInParameters } from './signInParameters.ts';

/** Where, and in which form, the events of push mode are sent (protocol.md 1.1, 2.1). */
export type CallBack =
  /** callBackUri with serviceToken: the waiting events as one list. */
  | { readonly kind: 'list'; readonly url: URL; readonly serviceToken: string }
  /** pushUrl of 2018, which bears its token itself: one event each, in the form of a poll's answer (aPortal, EventReceiver). */
  | { readonly kind: 'single'; readonly url: URL };

export type CallBackReading =
  | { readonly kind: 'poll' }
  | { readonly kind: 'push'; readonly callBack: CallBack }
  /** No address that can be called back. */
  | { readonly kind: 'invalid' }
  /** Another machine's: a simulator calls nobody but its own machine. */
  | { readonly kind: 'elsewhere' };

/** How a sign-in wants its events: pushed when both callBackUri and serviceToken are given, or a pushUrl; otherwise polled. */
export function readCallBack({ callBackUri = '', serviceToken = '', pushUrl = '' }: SignInParameters): CallBackReading {
  if (callBackUri !== '' && serviceToken !== '') return reading(callBackUri, (url) => ({ kind: 'list', url, serviceToken }));
  return pushUrl === '' ? { kind: 'poll' } : reading(pushUrl, (url) => ({ kind: 'single', url }));
}

function reading(text: string, callBackTo: (url: URL) => CallBack): CallBackReading {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return { kind: 'invalid' };
  // Not looked up: whatever else the machine thinks that `localhost` is, it is not meant here.
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  const isLoopback = url.hostname === '[::1]' || (isIPv4(url.hostname) && url.hostname.startsWith('127.'));
  return isLoopback ? { kind: 'push', callBack: callBackTo(url) } : { kind: 'elsewhere' };
}
