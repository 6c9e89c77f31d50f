import { pageSecurityHeaders } from '../platform/pageHeaders.ts';

/**
 * As strict as the Electron window's, but for the page's one connection: its WebSocket.
 * What the content security policy leaves open (WebRTC, navigation, names looked up and connections made ahead) the
 * connection allowlist closes, in browsers that know it: https://wicg.github.io/connection-allowlists.
 * The policy's own `webrtc 'block'` is in no Chromium, which would complain of it.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...pageSecurityHeaders("'self'"),
  // Not in Electron, where no window opens another: there it would have Chromium begin each window's page in a second process.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Connection-Allowlist': '(response-origin)',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
};
