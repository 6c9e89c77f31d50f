import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../../scripts/project.ts';
import { makeFolder, startProgram } from '../program.ts';
import type { Group, Row, World } from '../row.ts';
import { placed, placesOf } from './places.ts';

interface JavaRow extends Row {
  /** `of an authority` unless told otherwise. */
  readonly certificate?: string;
  readonly protocols?: string;
  readonly ciphers?: string;
  readonly clientCertificate?: 'wanted' | 'needed';
  /** The certificate of this kind is pinned for it by the administrator. */
  readonly pinned?: string;
  /** Milliseconds after an answer until the connection is cut without close_notify. */
  readonly idle?: number;
}

/** One that signs itself is shown to the inspector. */
const made = (certificate: string, expected: Row['expected'] = 'asked signedItself', name = certificate): JavaRow => ({
  name,
  certificate,
  expected,
});
const notInElectron = (code: string): Row['expected'] => ({ node: 'asked signedItself', electron: `refused ${code}` });

const rows: readonly JavaRow[] = [
  { name: 'as it is installed, certificate of an authority', expected: 'trusted' },
  made('RSA 2048'),
  made('RSA 4096'),
  made('RSA, SHA-1', 'asked signedItself', 'RSA 2048, signed with SHA-1'),
  made('RSA, MD5', 'asked signedItself', 'RSA 2048, signed with MD5'),
  made('RSA 1024', { node: 'asked weakKey', electron: 'asked signedItself' }),
  made('P-256'),
  made('P-384'),
  made('P-521', notInElectron('tls-refused')),
  made('Ed25519', notInElectron('tls-refused')),
  made('RSASSA-PSS', notInElectron('tls-refused')),
  made('DSA', 'refused tls-refused'),
  made('X.509 v1', 'asked signedItself', 'X.509 version 1'),
  made('serial number 0'),
  made('negative serial number'),
  made('beyond 2050', 'asked signedItself', 'valid beyond 2050'),
  made('address as DNS name', 'asked signedItself', 'its IP address as a DNS name'),
  made('not yet valid', 'hard stop notValid notYetValid'),
  made('expired', 'hard stop notValid expired'),
  { name: 'RSA 2048, pinned by the administrator', certificate: 'RSA 2048', pinned: 'RSA 2048', expected: 'trusted' },
  {
    name: 'RSA 2048, another one pinned by the administrator',
    certificate: 'RSA 2048',
    pinned: 'RSA 4096',
    expected: 'hard stop changed signedItself',
  },
  {
    name: 'expired, pinned by the administrator, `allowExpiredCertificate` on',
    certificate: 'expired',
    pinned: 'expired',
    settings: { allowExpiredCertificate: true },
    expected: 'trusted',
  },
  { name: 'TLS 1.2 alone', protocols: 'TLSv1.2', expected: 'trusted' },
  { name: 'TLS 1.1 alone', protocols: 'TLSv1.1', expected: 'refused tls-too-old' },
  { name: 'TLS 1.1 alone, `minimumTls` 1.1', protocols: 'TLSv1.1', settings: { minimumTls: '1.1' }, expected: 'trusted' },
  { name: 'TLS 1.0 alone, which Java’s own policy forbids', protocols: 'TLSv1', expected: 'refused closed-early' },
  { name: 'static RSA ciphers alone', protocols: 'TLSv1.2', ciphers: 'TLS_RSA_WITH_AES_128_CBC_SHA', expected: 'trusted' },
  {
    name: 'DHE ciphers alone',
    protocols: 'TLSv1.2',
    ciphers: 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
    expected: { node: 'trusted', electron: 'refused tls-refused' },
  },
  { name: 'client certificates optional', clientCertificate: 'wanted', expected: 'trusted' },
  {
    name: 'client certificates required, TLS 1.2',
    protocols: 'TLSv1.2',
    clientCertificate: 'needed',
    expected: 'refused client-certificate',
  },
  {
    name: 'client certificates required, TLS 1.3',
    protocols: 'TLSv1.3',
    clientCertificate: 'needed',
    expected: 'refused client-certificate',
  },
  { name: 'idle connections cut without a word (no close_notify)', idle: 1_500, expected: 'trusted' },
];

async function fingerprintOf(chain: string): Promise<string> {
  return new X509Certificate(await readFile(chain)).fingerprint256;
}

/** Of JDK 17, but for TLS 1.1 and small keys. */
const disabled = 'SSLv3, TLSv1, RC4, DES, MD5withRSA, 3DES_EDE_CBC, anon, NULL, DH keySize < 1024';

export const javaTls: Group = {
  title: 'Java’s own TLS (JSSE)',
  needs: [
    { what: 'java', debianPackage: 'default-jdk-headless', version: { name: 'OpenJDK', args: ['-version'], of: /version "([^"]+)"/ } },
    { what: 'javac', debianPackage: 'default-jdk-headless' },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl' },
  ],
  rows,
  start: async (world: World, wanted) => {
    const folder = makeFolder(path.join(world.folder, 'java'));
    const here = await placed(rows.filter((row) => wanted.includes(row)));
    const lines = await Promise.all(
      here.map(async ({ row, port }) => {
        const { store } = await world.certificates.of(row.certificate ?? 'of an authority');
        const { protocols = '-', ciphers = '-', clientCertificate = 'none', idle = 0 } = row;
        return [port, store, protocols, ciphers, clientCertificate, idle].join('\t');
      }),
    );
    const file = path.join(folder, 'endpoints');
    await writeFile(file, lines.join('\n'));
    const source = inProject('test', 'servers', 'java', 'TlsRelay.java');
    const args = [source, String(world.gatewayPort), disabled, file];
    const started = await startProgram(
      'java',
      'java',
      args,
      folder,
      here.map(({ port }) => port),
    );
    const fingerprints = new Map<JavaRow, string>();
    for (const { row } of here) {
      if (row.pinned !== undefined) fingerprints.set(row, await fingerprintOf((await world.certificates.of(row.pinned)).chain));
    }
    const places = placesOf(here, ({ row, port }) => {
      const fingerprint = fingerprints.get(row);
      return fingerprint === undefined ? {} : { settings: { pins: [`127.0.0.1:${String(port)}=${fingerprint}`] } };
    });
    return { places, stop: started.stop };
  },
};
