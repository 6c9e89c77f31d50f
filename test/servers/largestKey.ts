import { createPrivateKey, getDiffieHellman } from 'node:crypto';
import { run } from './program.ts';

const exponent = 65_537n;

/**
 * An RSA key of 16,384 bits, PEM. To find two primes of 8,192 bits takes minutes; two that everybody knows are as good where nothing
 * is kept secret: RFC 3526, group 18, and RFC 7919, ffdhe8192.
 */
export async function largestKey(folder: string): Promise<string> {
  const p = BigInt(`0x${getDiffieHellman('modp18').getPrime('hex')}`);
  const q = await primeOfFfdhe8192(folder);
  const phi = (p - 1n) * (q - 1n);
  const d = inverse(exponent, phi);
  const parts = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const words = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, inBase64(value)]));
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...words } });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function primeOfFfdhe8192(folder: string): Promise<bigint> {
  const file = 'ffdhe8192.pem';
  await run('openssl', ['genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe8192', '-out', file], folder);
  const prime = /INTEGER +:([0-9A-F]{2000,})/.exec(await run('openssl', ['asn1parse', '-in', file], folder))?.[1];
  if (prime === undefined) throw new Error('OpenSSL tells no prime of ffdhe8192.');
  return BigInt(`0x${prime}`);
}

/** By Euclid's algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [high, low, before, here] = [modulus, value % modulus, 0n, 1n];
  while (low > 0n) {
    const times = high / low;
    [high, low, before, here] = [low, high - times * low, here, before - times * here];
  }
  return before < 0n ? before + modulus : before;
}

function inBase64(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
