import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts, makeFolder, startProgram } from '../program.ts';
import type { Group } from '../row.ts';
import { configuration, connectionsIn, logOf, serverOf, type NginxRow } from './nginxConfiguration.ts';
import { placed, placesOf } from './places.ts';

const weakest = 'ssl_ciphers DEFAULT:@SECLEVEL=0;';

const rows: readonly NginxRow[] = [
  { name: 'ends TLS, as it is installed', expected: 'trusted' },
  { name: 'TLS 1.3 alone', lines: ['ssl_protocols TLSv1.3;'], expected: 'trusted' },
  { name: 'TLS 1.1 alone', lines: ['ssl_protocols TLSv1.1;', weakest], expected: 'refused tls-too-old' },
  {
    name: 'TLS 1.1 alone, `minimumTls` 1.1',
    lines: ['ssl_protocols TLSv1.1;', weakest],
    settings: { minimumTls: '1.1' },
    expected: 'trusted',
  },
  {
    name: 'TLS 1.0 alone, `minimumTls` 1.0',
    lines: ['ssl_protocols TLSv1;', weakest],
    settings: { minimumTls: '1.0' },
    expected: 'trusted',
  },
  {
    name: 'TLS 1.2 with static RSA ciphers alone (AES128-SHA)',
    lines: ['ssl_protocols TLSv1.2;', 'ssl_ciphers AES128-SHA;'],
    expected: 'trusted',
  },
  { name: 'HTTP/2 offered beside HTTP/1.1', lines: ['http2'], expected: 'trusted' },
  { name: 'every connection ended after its answer', lines: ['keepalive_timeout 0;'], requestsAConnection: 1, expected: 'trusted' },
  { name: 'connections ended after five answers', lines: ['keepalive_requests 5;'], requestsAConnection: 5, expected: 'trusted' },
  { name: 'idle connections ended after a second', lines: ['keepalive_timeout 1s;'], expected: 'trusted' },
  {
    name: 'waits five seconds for an answer (`proxy_read_timeout`)',
    lines: ['proxy_read_timeout 5s;'],
    shift: 'pollsCut',
    expected: 'trusted',
  },
  { name: 'client certificates optional', lines: ['ssl_verify_client optional_no_ca;'], expected: 'trusted' },
  {
    name: 'client certificates required',
    lines: ['ssl_verify_client on;', 'ssl_client_certificate {authority};'],
    expected: 'refused client-certificate',
  },
  {
    name: 'answers to its names alone (`ssl_reject_handshake`), reached by an IP address',
    lines: ['ssl_reject_handshake on;'],
    expected: 'refused other-name',
  },
  {
    name: 'answers to its names alone, reached by one of them',
    lines: ['ssl_reject_handshake on;', 'named'],
    byName: true,
    expected: 'trusted',
  },
  { name: 'the gateway behind it is down', lines: ['down'], expected: 'refused server-error' },
  {
    name: '503 with `Retry-After` as a date',
    answer: 'add_header Retry-After "{inAnHour}" always; return 503;',
    expected: 'refused server-busy',
  },
  { name: 'sends to another address', answer: 'return 302 https://elsewhere.example/;', expected: 'refused redirected' },
  { name: 'another site’s page', answer: 'root /nonexistent;', expected: 'refused web-page' },
  { name: '`certificateAuthorityFile` in DER, as keytool and Windows export it', authorityFile: 'der', expected: 'trusted' },
  { name: '`certificateAuthorityFile` in UTF-16, as PowerShell writes it', authorityFile: 'utf16', expected: 'trusted' },
  {
    name: '`certificateAuthorityFile` with a `TRUSTED CERTIFICATE` of OpenSSL: not obeyed',
    authorityFile: 'trusted',
    expected: 'asked unknownAuthority',
  },
  { name: '`certificateAuthorityFile` in PKCS #7: not obeyed', authorityFile: 'pkcs7', expected: 'asked unknownAuthority' },
  { name: 'chain in wrong order', certificate: 'chain in wrong order', expected: 'trusted' },
  { name: 'no subject and no issuer', certificate: 'no subject', expected: 'asked signedItself' },
  { name: 'RSA 16384', certificate: 'RSA 16384', expected: 'asked signedItself' },
  { name: 'key on secp256k1', certificate: 'secp256k1', expected: 'refused tls-refused' },
  { name: 'key on brainpoolP256r1', certificate: 'brainpoolP256r1', expected: 'refused tls-refused' },
];

export const nginx: Group = {
  title: 'nginx',
  needs: [
    { what: 'nginx', debianPackage: 'nginx', version: { name: 'nginx', args: ['-v'], of: /nginx\/(\S+)/ } },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl', version: { name: 'OpenSSL', args: ['version'], of: /OpenSSL (\S+)/ } },
  ],
  rows,
  start: async (world, wanted) => {
    const folder = makeFolder(path.join(world.folder, 'nginx'));
    const here = await placed(rows.filter((row) => wanted.includes(row)));
    const [ended = 0] = await freePorts(1);
    const servers = await Promise.all(
      here.map(async (each) =>
        serverOf(each, world, await world.certificates.of(each.row.certificate ?? 'of an authority'), folder, ended),
      ),
    );
    await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, servers));
    const options = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')];
    const started = await startProgram(
      'nginx',
      'nginx',
      options,
      folder,
      here.map(({ port }) => port),
    );
    return {
      places: placesOf(here, ({ row, port }) => ({
        ...(row.authorityFile === undefined
          ? {}
          : { settings: { certificateAuthorityFile: world.certificates.authority[row.authorityFile] } }),
        ...(row.byName === true ? { address: `localhost:${String(port)}` } : {}),
        ...(row.requestsAConnection === undefined ? {} : { after: () => connectionsIn(logOf(folder, port), row.requestsAConnection ?? 0) }),
      })),
      stop: started.stop,
    };
  },
};
