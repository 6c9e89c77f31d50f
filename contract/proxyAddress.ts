import { readGatewayAddress } from './gatewayAddress.ts';
import { asTypedAddress } from './typed.ts';

/** The URL of an HTTP proxy, `http://host:port` or `https://host:port`, without a user name; null where a text is none. */
export function readProxyAddress(text: string): string | null {
  const [, scheme = '', place = ''] = /^(https?):\/\/([^\s/@?#\\]+)\/?$/i.exec(asTypedAddress(text)) ?? [];
  // A host is a host: what may stand in a gateway's address may stand here, but for a second scheme.
  const url = `${scheme}://${place}`;
  if (readGatewayAddress(place).kind !== 'address' || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
