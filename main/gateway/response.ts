import { readAnswer, type GatewayAnswer, type ReadAnswer } from './answer.ts';
import type { Failure, InvalidResponseReason } from './failure.ts';
import { httpDate } from './httpDate.ts';

/** Bytes. As many agents as there are numbers, with all that the protocol says of each, have less. */
const largestAnswer = 32 * 1024 * 1024;

/** Reads the body of a response; never rejects. */
export type BodyReader = (body: readonly Uint8Array[], contentType: string) => Promise<ReadAnswer>;

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What an HTTP response is to the protocol. */
export type JudgedResponse =
  | {
      readonly ok: true;
      readonly answer: GatewayAnswer;
      /** The Guid that came with it, if one did. */
      readonly renewed: string | null;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reads a response to its end; the body counts whatever the status (protocol.md 0). `now`: the computer's date, for a
 * gateway that does not tell its own. Rejects where the connection breaks.
 */
export async function readResponse(
  status: number,
  headers: Headers,
  body: AsyncIterable<Buffer> & { destroy(): unknown },
  now: number,
  reader?: BodyReader,
): Promise<JudgedResponse> {
  const chunks = await readBody(body);
  if (chunks === null) return invalid('answer-too-large', status);
  if (status >= 300 && status < 400) return invalid('redirected', status);
  const contentType = firstHeader(headers['content-type']) ?? '';
  const read = reader === undefined ? readAnswer(Buffer.concat(chunks), contentType) : await reader(chunks, contentType);
  switch (read.kind) {
    case 'answer':
      return { ok: true, answer: read.answer, renewed: guidFrom(firstHeader(headers['set-guid'])) };
    case 'webPage':
      if (read.asksForCertificate) return { ok: false, failure: { kind: 'unreachable', reason: 'client-certificate' } };
      return { ok: false, failure: { kind: 'invalidResponse', ...invalidReasonOf(read.kind, status, retryAfterOf(headers, now)), status } };
    case 'notAnAnswer':
      return { ok: false, failure: { kind: 'invalidResponse', ...invalidReasonOf(read.kind, status, retryAfterOf(headers, now)), status } };
  }
}

async function readBody(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<readonly Buffer[] | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestAnswer) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return chunks;
}

/** A server that says when to come back is busy, not broken. */
function invalidReasonOf(
  kind: 'webPage' | 'notAnAnswer',
  status: number,
  retryAfter: number | null,
): { readonly reason: InvalidResponseReason; readonly retryAfter?: number } {
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    return { reason: 'server-busy', ...(retryAfter === null ? {} : { retryAfter }) };
  }
  if (status >= 500) return { reason: 'server-error' };
  return { reason: kind === 'webPage' ? 'web-page' : 'not-an-answer' };
}

/** Milliseconds; null when nothing readable is said. A date counts from the gateway's own, as its clock may be another. */
function retryAfterOf(headers: Headers, now: number): number | null {
  const text = (firstHeader(headers['retry-after']) ?? '').trim();
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const until = httpDate(text);
  return until === null ? null : Math.max(0, until - (httpDate(firstHeader(headers['date']) ?? '') ?? now));
}

function invalid(reason: InvalidResponseReason, status: number): JudgedResponse {
  return { ok: false, failure: { kind: 'invalidResponse', reason, status } };
}

/** Every value of a header that may come more than once. */
export function everyHeader(value: string | string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

export function firstHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** `JSESSIONID=27….AgentGateway0` → the part behind the sign (protocol.md 1.2); what could not be a header value is left out. */
export function guidFrom(header: string | undefined): string | null {
  const value =
    (header ?? '')
      .trim()
      .split(';')[0]
      ?.replace(/^JSESSIONID=/i, '')
      .trim() ?? '';
  return /^[\x21-\x7e]{1,512}$/.test(value) ? value : null;
}
