import type { Notice } from '../../contract/state.ts';
import type { KeptParts } from './kept.ts';

/** What to say of a kept part that was damaged. */
export function unreadableNotice(part: keyof KeptParts): Notice {
  const sentence =
    part === 'pins'
      ? 'The list of trusted certificates was damaged. No certificate is trusted now; you will be asked again.'
      : 'A part of what Earshot keeps was damaged and starts empty.';
  return { id: `unreadable-${part}`, sentence };
}
