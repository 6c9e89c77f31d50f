import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { tryGateway } from './support/attempt.ts';

/** RFC 8446, 6: alerts that a server may send, by number. */
const alerts: readonly (readonly [number, string, string])[] = [
  [10, 'unexpected_message', 'tls-refused'],
  [40, 'handshake_failure', 'tls-refused'],
  [42, 'bad_certificate', 'client-certificate'],
  [43, 'unsupported_certificate', 'client-certificate'],
  [46, 'certificate_unknown', 'client-certificate'],
  [47, 'illegal_parameter', 'tls-refused'],
  [48, 'unknown_ca', 'client-certificate'],
  [49, 'access_denied', 'client-certificate'],
  [50, 'decode_error', 'tls-refused'],
  [70, 'protocol_version', 'tls-too-old'],
  [71, 'insufficient_security', 'tls-refused'],
  [80, 'internal_error', 'tls-refused'],
  [86, 'inappropriate_fallback', 'tls-refused'],
  [109, 'missing_extension', 'tls-refused'],
  [112, 'unrecognized_name', 'other-name'],
  [116, 'certificate_required', 'client-certificate'],
  [120, 'no_application_protocol', 'tls-refused'],
];

/** What a server does that says `answer` to whatever comes, and no more. */
async function answering(answer: Buffer | 'close' | 'reset'): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      if (answer === 'reset') socket.resetAndDestroy();
      else if (answer === 'close') socket.end();
      else socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outcome = await tryGateway({ port: (server.address() as AddressInfo).port, settings: {}, pins: {}, authorityFile: null });
  await new Promise((resolve) => server.close(resolve));
  return outcome;
}

describe('a handshake that is broken off', () => {
  test.each(alerts)('by alert %i, %s, is said to be %s: who sends an alert speaks TLS', async (number, _name, reason) => {
    expect(await answering(Buffer.from([21, 3, 3, 0, 2, 2, number]))).toBe(`unreachable ${reason}`);
  });

  test.each(['close', 'reset'] as const)('without a word (%s) is said: something answers there', async (how) => {
    expect(await answering(how)).toBe('unreachable closed-early');
  });

  test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', 'SSH-2.0-OpenSSH_9.6\r\n', '220 mail.example ESMTP\r\n'])(
    'by %j was none',
    async (words) => {
      expect(await answering(Buffer.from(words))).toBe('unreachable not-https');
    },
  );
});
