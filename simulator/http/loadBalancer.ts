import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { retcode } from '../retcode.ts';

const cookieName = 'huaweielbsession';

/**
 * A load balancer before two nodes, as far as a client can tell (protocol.md 5): a sign-in is given a cookie that leads to
 * the node it landed on; a request without it lands on the other one, which knows no such session.
 * True when the request was answered here.
 */
export function loadBalancer(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const node = randomUUID();
  return (request, response) => {
    if (request.method === 'PUT' && /\/onlineagent\/\d+(\/forcelogin)?$/.test(request.url ?? '')) {
      response.setHeader('Set-Cookie', `${cookieName}=${node}; Path=/; HttpOnly; Secure; SameSite=Lax`);
      return false;
    }
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    if (cookies.includes(`${cookieName}=${node}`)) return false;
    response.setHeader('Content-Type', 'application/json; charset=UTF-8');
    response.end(JSON.stringify({ message: '', retcode: retcode.noRightToCall }));
    return true;
  };
}
