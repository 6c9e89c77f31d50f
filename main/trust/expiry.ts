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
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(validTo);
  return {
    id: `expiry-${authority}`.slice(0, 64),
    sentence:
      now > validTo
        ? `The certificate of ${authority} expired on ${date}; your administrator allows it all the same. Ask for it to be renewed.`
        : `The certificate of ${authority} is good until ${date}. Ask your administrator to renew it before then: Earshot refuses it afterwards.`,
  };
}
