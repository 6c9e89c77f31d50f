import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate with its key, both PEM; `chain`: what a server sends with it. */
export interface Made {
  readonly cert: string;
  readonly key: string;
  readonly chain: string;
  readonly fingerprint: string;
}

interface CertificateOptions {
  readonly name: string;
  /** Host names and IPv4 addresses it is good for; without them it is none of a server. */
  readonly names?: readonly string[];
  /** IP addresses stand in it as host names. */
  readonly addressesAsNames?: boolean;
  /** Bits of an RSA key; elliptic without it. */
  readonly rsa?: number;
  readonly by?: Made;
  readonly authority?: boolean;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
}

const day = 86_400_000;
/** The addresses of the test servers. */
const here: readonly string[] = ['localhost', '127.0.0.1'];

async function make({
  name,
  names,
  addressesAsNames = false,
  rsa,
  by,
  authority = false,
  from = -30,
  to = 365,
}: CertificateOptions): Promise<Made> {
  const made = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    ...(rsa === undefined ? { keyType: 'ec' as const } : { keyType: 'rsa' as const, keySize: rsa }),
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    extensions: [
      { name: 'basicConstraints', cA: authority, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: authority, cRLSign: authority, critical: true },
      ...(names === undefined
        ? []
        : [
            { name: 'extKeyUsage' as const, serverAuth: true },
            {
              name: 'subjectAltName' as const,
              altNames: names.map((each) =>
                /^[\d.]+$/.test(each) && !addressesAsNames ? { type: 7 as const, ip: each } : { type: 2 as const, value: each },
              ),
            },
          ]),
    ],
    ...(by === undefined ? {} : { ca: { cert: by.cert, key: by.key } }),
  });
  return {
    cert: made.cert,
    key: made.private,
    chain: `${made.cert}\n${by === undefined || by.chain === by.cert ? '' : by.chain}`,
    fingerprint: new X509Certificate(made.cert).fingerprint256,
  };
}

export type Certificates = Awaited<ReturnType<typeof makeCertificates>>;

/** Every kind of certificate that the table needs; a root is not sent along, what stands between is. */
export async function makeCertificates() {
  // Self-signed ones that may sign themselves, as `openssl req -x509` makes them; `bare` may not, by its key usage.
  const [selfSigned, bare, other, elsewhere, expired, notYet, root, strangeRoot, expiredRoot, weak, weakRoot] = await Promise.all([
    make({ name: 'Gateway', names: here, authority: true }),
    make({ name: 'Gateway', names: here }),
    make({ name: 'Gateway', names: here, authority: true }),
    make({ name: 'Gateway', names: ['gateway.example'], authority: true }),
    make({ name: 'Gateway', names: here, authority: true, from: -60, to: -1 }),
    make({ name: 'Gateway', names: here, authority: true, from: 1, to: 60 }),
    asRoot(make({ name: 'Company root', authority: true })),
    asRoot(make({ name: 'Strange root', authority: true })),
    asRoot(make({ name: 'Old root', authority: true, from: -90, to: -1 })),
    make({ name: 'Gateway', names: here, authority: true, rsa: 1024 }),
    asRoot(make({ name: 'Weak root', authority: true, rsa: 1024 })),
  ]);
  const between = await make({ name: 'Company issuing', authority: true, by: root });
  const [leaf, leafElsewhere, leafExpired, leafBetween, strangeLeaf, leafOfExpired, leafOfWeak, leafByName] = await Promise.all([
    make({ name: 'Leaf', names: here, by: root }),
    make({ name: 'Leaf', by: root, names: ['gateway.example'] }),
    make({ name: 'Leaf', names: here, by: root, from: -60, to: -1 }),
    make({ name: 'Leaf', names: here, by: between }),
    make({ name: 'Leaf', names: here, by: strangeRoot }),
    make({ name: 'Leaf', names: here, by: expiredRoot }),
    make({ name: 'Leaf', names: here, by: weakRoot, rsa: 2048 }),
    make({ name: 'Leaf', names: here, by: root, addressesAsNames: true }),
  ]);
  return {
    ...{ selfSigned, bare, other, elsewhere, expired, notYet, root, between, strangeRoot, expiredRoot, weak, weakRoot },
    ...{ leaf, leafElsewhere, leafExpired, leafBetween, strangeLeaf, leafOfExpired, leafOfWeak, leafByName },
  };
}

async function asRoot(making: Promise<Made>): Promise<Made> {
  const made = await making;
  return { ...made, chain: made.cert };
}
