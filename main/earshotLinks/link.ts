import { isWorkNo } from '../../contract/workNo.ts';
import { plainCharacters } from '../../contract/typed.ts';

/** The scheme of Earshot's links. electron-builder.yml registers it; a test compares them. */
export const linkScheme = 'earshot';

export type Link =
  | { readonly kind: 'listen'; readonly workNo: string }
  | { readonly kind: 'agent'; readonly workNo: string }
  | { readonly kind: 'malformed' };

/** Whether a word of a command line means to be a link of ours, well-formed or not. */
export function isLink(word: string): boolean {
  return /^earshot:/i.test(word);
}

/**
 * Reads `earshot://listen/{workNo}` and `earshot://agent/{workNo}`, and nothing else: a link comes from whatever page or letter
 * the inspector clicked in. One slash at the end is what some browsers add.
 */
export function readLink(text: string): Link {
  const [, action = '', written = ''] = /^earshot:\/\/(listen|agent)\/([^/]*)\/?$/i.exec(text) ?? [];
  const workNo = plainCharacters(withoutEscapes(written));
  if (!isWorkNo(workNo)) return { kind: 'malformed' };
  switch (action.toLowerCase()) {
    case 'listen':
      return { kind: 'listen', workNo };
    case 'agent':
      return { kind: 'agent', workNo };
    default:
      return { kind: 'malformed' };
  }
}

/** Browsers escape what is not ASCII, and that alone is read back: nothing else has to be escaped in a work number. */
function withoutEscapes(text: string): string {
  return text.replace(/(?:%[89a-f][0-9a-f])+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
