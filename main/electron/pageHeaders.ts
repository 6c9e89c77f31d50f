import { pageSecurityHeaders } from '../platform/pageHeaders.ts';

/** Headers of every answer on Earshot's own scheme, refusals too. The page needs no network at all: everything comes over the bridge. */
export function pageHeaders(type: string): Record<string, string> {
  return { ...pageSecurityHeaders("'none'"), 'Content-Type': type, 'Cache-Control': 'no-cache' };
}
