import type { Notice } from '../../contract/state.ts';
import type { Certificate } from '../../contract/trust.ts';

const day = 86_400_000;

/** From so long before a certificate expires the inspector is told, at most once a day. */
const warnFrom = 30 * day;
const warnEvery = day;

/** What to say of the certificate's end; null when it is far off, or was said within a day. `toldAt`: when it was last said. */
export function expiryNotice(
  authority: string,
  { validTo }: Pick<Certificate, 'validTo'>,
  toldAt: number | null,
  now: number,
): Notice | null {
  if (validTo - now > warnFrom) return null;
  // A clock set back must not silence it.
  if (toldAt !== null && now >= toldAt && now - toldAt < warnEvery) return null;
  return {
    id: `expiry-${authority}`.slice(0, 64),
    kind: now > validTo ? 'certificateExpired' : 'certificateExpires',
    gateway: authority,
    validTo,
  };
}
