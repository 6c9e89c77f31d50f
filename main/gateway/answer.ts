import { z } from 'zod';
import { answerText } from './answerText.ts';
import { parseLooseJson } from './looseJson.ts';

/** Every answer of the gateway (protocol.md 0, 2.1). `retcode` is normalised to the documented string. */
export interface GatewayAnswer {
  readonly retcode: string;
  readonly result: unknown;
  readonly event: unknown;
}

const answerSchema = z.object({
  retcode: z.union([z.string().max(32), z.int().nonnegative()]),
  result: z.unknown().optional(),
  event: z.unknown().optional(),
});

/** What stands for a retcode of no documented form: it goes to window and log, where a gateway's own words must not. */
export const unreadableRetcode = 'unreadable-code';

function retcodeOf(retcode: string | number): string {
  const text = retcodeText(retcode);
  return /^(0|\d{3}-\d{3})$/.test(text) ? text : unreadableRetcode;
}

/** `100-002` may arrive as the number 100002; `0` as 0. */
function retcodeText(retcode: string | number): string {
  if (typeof retcode === 'string') return retcode.trim();
  if (retcode === 0) return '0';
  const digits = String(retcode).padStart(6, '0');
  return `${digits.slice(0, -3)}-${digits.slice(-3)}`;
}

export type ReadAnswer =
  | { readonly kind: 'answer'; readonly answer: GatewayAnswer }
  /** `asksForCertificate`: it says that the client should have shown one. */
  | { readonly kind: 'webPage'; readonly asksForCertificate: boolean }
  | { readonly kind: 'notAnAnswer' };

/** nginx lets the handshake go well, and answers so in the gateway's place (ngx_http_special_response.c, 495 and 496). */
const certificatePage = /<title>400 (?:No required SSL certificate was sent|The SSL certificate error)<\/title>/;

/** Reads a body, whatever its HTTP status (protocol.md 0). Never throws. */
export function readAnswer(bytes: Uint8Array, contentType: string): ReadAnswer {
  const text = answerText(bytes, contentType);
  let json: unknown;
  try {
    json = parseLooseJson(text);
  } catch {
    return /^\s*</.test(text) ? { kind: 'webPage', asksForCertificate: certificatePage.test(text) } : { kind: 'notAnAnswer' };
  }
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return { kind: 'notAnAnswer' };
  const { retcode, result, event } = parsed.data;
  return { kind: 'answer', answer: { retcode: retcodeOf(retcode), result, event } };
}
