import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { alternativeNames, keytoolKinds, names, opensslKinds, valid } from './certificateKinds.ts';
import { largestKey } from './largestKey.ts';
import { makeFolder, run } from './program.ts';
import type { AuthorityForm, Certificates, MadeCertificate } from './row.ts';

const password = 'earshot';
const store = (file: string): string[] => ['-keystore', file, '-storetype', 'PKCS12', '-storepass', password, '-alias', 'gateway'];

/** Makes the authority; every kind of certificate when it is asked for first. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  makeFolder(folder);
  const authority = await makeAuthority(folder);
  const made = new Map<string, Promise<MadeCertificate>>();
  return {
    authority,
    of: (kind) => {
      const known = made.get(kind);
      if (known !== undefined) return known;
      const making = make(kind, makeFolder(path.join(folder, kind.replaceAll(/\W+/g, '-'))), folder);
      made.set(kind, making);
      return making;
    },
  };
}

async function make(kind: string, folder: string, authorityFolder: string): Promise<MadeCertificate> {
  const keytool = keytoolKinds[kind];
  if (keytool !== undefined) {
    const other = keytool.includes('-ext') ? [] : ['-ext', `SAN=${names}`];
    await run('keytool', ['-genkeypair', ...store('store.p12'), '-dname', 'CN=Gateway', ...keytool, ...other], folder);
    return fromStore(folder);
  }
  const openssl = opensslKinds[kind];
  if (openssl !== undefined) {
    const { key, certificate } = openssl;
    await run(
      'openssl',
      ['req', '-x509', '-nodes', '-days', '365', ...key, '-keyout', 'key.pem', '-out', 'chain.pem', ...certificate],
      folder,
    );
    return fromFiles(folder);
  }
  switch (kind) {
    case 'of an authority':
      await signedBy(path.join(authorityFolder, 'root.p12'), folder, `SAN=${names}`);
      return fromChain(folder, folder, [path.join(folder, 'signed.pem'), path.join(authorityFolder, 'root.pem')]);
    case 'chain in wrong order': {
      const [between, leaf] = [makeFolder(path.join(folder, 'between')), makeFolder(path.join(folder, 'leaf'))];
      await signedBy(path.join(authorityFolder, 'root.p12'), between, 'bc:c=ca:true');
      await signedBy(path.join(between, 'store.p12'), leaf, `SAN=${names}`);
      const order = [path.join(leaf, 'signed.pem'), path.join(authorityFolder, 'root.pem'), path.join(between, 'signed.pem')];
      return fromChain(folder, leaf, order);
    }
    case 'RSA 16384': {
      await writeFile(path.join(folder, 'key.pem'), await largestKey(folder), { mode: 0o644 });
      const wish = ['-days', '365', '-subj', '/CN=Gateway', '-addext', alternativeNames];
      await run('openssl', ['req', '-x509', '-key', 'key.pem', '-out', 'chain.pem', ...wish], folder);
      return fromFiles(folder);
    }
    case 'X.509 v1':
      await run(
        'openssl',
        ['req', '-nodes', '-newkey', 'rsa:2048', '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=Gateway'],
        folder,
      );
      await run('openssl', ['x509', '-req', '-days', '365', '-in', 'request.pem', '-signkey', 'key.pem', '-out', 'chain.pem'], folder);
      return fromFiles(folder);
    default:
      throw new Error(`There is no certificate "${kind}".`);
  }
}

/** A new key in `store.p12`, and its certificate by the issuer in `signed.pem`. */
async function signedBy(issuer: string, folder: string, extension: string): Promise<void> {
  const key = ['-dname', 'CN=Gateway', '-keyalg', 'RSA', '-keysize', '2048', ...valid];
  await run('keytool', ['-genkeypair', ...store('store.p12'), ...key], folder);
  await run('keytool', ['-certreq', ...store('store.p12'), '-file', 'request.csr'], folder);
  const request = ['-infile', 'request.csr', '-outfile', 'signed.pem', '-rfc'];
  await run('keytool', ['-gencert', ...store(issuer), ...request, ...valid, '-ext', extension], folder);
}

/** The key of one folder with these certificates, in this order. */
async function fromChain(folder: string, keyFolder: string, files: readonly string[]): Promise<MadeCertificate> {
  const key = ['-in', path.join(keyFolder, 'store.p12'), '-passin', `pass:${password}`, '-nodes', '-nocerts', '-out', 'key.pem'];
  await run('openssl', ['pkcs12', ...key], folder);
  const certificates = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  await writeFile(path.join(folder, 'chain.pem'), certificates.join('\n'));
  return fromFiles(folder);
}

async function makeAuthority(folder: string): Promise<Record<AuthorityForm, string>> {
  const root = ['-dname', 'CN=Company root', '-keyalg', 'RSA', '-keysize', '2048', ...valid, '-ext', 'bc:c=ca:true'];
  await run('keytool', ['-genkeypair', ...store('root.p12'), ...root], folder);
  const file = (name: string): string => path.join(folder, name);
  // keytool's own default is DER.
  await run('keytool', ['-exportcert', ...store('root.p12'), '-file', 'root.cer'], folder);
  await run('keytool', ['-exportcert', ...store('root.p12'), '-rfc', '-file', 'root.pem'], folder);
  await run('openssl', ['x509', '-in', 'root.pem', '-trustout', '-addtrust', 'serverAuth', '-out', 'trusted.pem'], folder);
  await run('openssl', ['crl2pkcs7', '-nocrl', '-certfile', 'root.pem', '-out', 'root.p7b'], folder);
  const pem = await readFile(file('root.pem'), 'utf8');
  await writeFile(file('utf16.pem'), Buffer.from(`\uFEFF${pem.replaceAll('\n', '\r\n')}`, 'utf16le'));
  return { pem: file('root.pem'), der: file('root.cer'), utf16: file('utf16.pem'), trusted: file('trusted.pem'), pkcs7: file('root.p7b') };
}

async function fromStore(folder: string): Promise<MadeCertificate> {
  const from = ['pkcs12', '-in', 'store.p12', '-passin', `pass:${password}`];
  await run('openssl', [...from, '-nodes', '-nocerts', '-out', 'key.pem'], folder);
  await run('openssl', [...from, '-nokeys', '-out', 'chain.pem'], folder);
  return finished(folder);
}

async function fromFiles(folder: string): Promise<MadeCertificate> {
  const to = ['-passout', `pass:${password}`, '-name', 'gateway', '-out', 'store.p12'];
  await run('openssl', ['pkcs12', '-export', '-in', 'chain.pem', '-inkey', 'key.pem', ...to], folder);
  return finished(folder);
}

async function finished(folder: string): Promise<MadeCertificate> {
  const file = (name: string): string => path.join(folder, name);
  const parts = await Promise.all(['chain.pem', 'key.pem'].map((name) => readFile(file(name), 'utf8')));
  await writeFile(file('both.pem'), parts.join('\n'), { mode: 0o644 });
  return { chain: file('chain.pem'), key: file('key.pem'), both: file('both.pem'), store: file('store.p12') };
}
