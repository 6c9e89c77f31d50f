import { readGatewayAddress } from './gatewayAddress.ts';
import { asTypedAddress } from './typed.ts';

/** The URL of an HTTP proxy, `http://host:port` or `https://host:port`, without a user name; null where a text is none. */
export function readProxyAddress(text: string): string | null {
  const [, scheme = '', place = ''] = /^(https?):\/\/([^\s/@?#\\]+)\/?$/i.exec(asTypedAddress(text)) ?? [];
  // A host is a host: what may stand in a gateway's address may stand here.
  if (readGatewayAddress(place).kind !== 'address') return null;
  const { protocol, host } = new URL(`${scheme}://${place}`);
  return `${protocol}//${host}`;
}
