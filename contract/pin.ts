import { parseGatewayAddress } from './gatewayAddress.ts';

/** A certificate that the administrator trusts for one gateway. */
export interface AdministratorsPin {
  readonly authority: string;
  /** SHA-256, 32 upper-case pairs joined by colons. */
  readonly fingerprint: string;
  /** Its text in the setting, the key of its sighting. */
  readonly text: string;
}

/** Reads `host:port=fingerprint`; null where it names no gateway that could be signed in to, or no fingerprint. */
export function readAdministratorsPin(text: string): AdministratorsPin | null {
  const [, gateway = '', fingerprint = ''] = /^([^\s=]{1,300})=((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$/.exec(text) ?? [];
  const address = parseGatewayAddress(gateway);
  return address === null ? null : { authority: address.authority, fingerprint, text };
}
