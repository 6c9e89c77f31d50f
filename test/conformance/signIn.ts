import type { Gateway, PlainAnswer } from './gateway.ts';

export interface SignInOptions {
  readonly forced?: boolean;
  /** 3 busy, 4 idle, 5 wrap-up. */
  readonly status?: '3' | '4' | '5';
  /** Further fields of the body. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Signs in as in the documented sample; the Guid is taken from the answer. */
export async function signIn(
  { gateway, password, phone }: { readonly gateway: Gateway; readonly password: string; readonly phone: string },
  { forced = false, status = '4', more = {} }: SignInOptions = {},
): Promise<PlainAnswer> {
  gateway.guid = undefined;
  return gateway.send('PUT', forced ? 'onlineagent/{id}/forcelogin' : 'onlineagent/{id}', {
    body: JSON.stringify({ password, phonenum: phone, status, releasephone: 'true', agenttype: '4', ...more }),
  });
}
