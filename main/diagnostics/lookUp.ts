import { lookup } from 'node:dns/promises';
import type { LookUp } from './connectivitySteps.ts';

/** The system's own way of looking a host up, as every connection does. */
export const lookUp: LookUp = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
};
