import { pageSecurityHeaders } from '../pageHeaders.ts';

/** As strict as the Electron window's, but for the page's one connection: its WebSocket. */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...pageSecurityHeaders("'self'"),
  'Cache-Control': 'no-store',
};
