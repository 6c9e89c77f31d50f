import { isolateBegin, isolateEnd } from '../../contract/direction.ts';
import { withoutUnwantedButIsolates } from './unwanted.ts';

/** `text` on one line of at most `limit` UTF-16 units, fit for a surface that Earshot does not draw itself; what is isolated in it stays so. */
export function oneLine(text: string, limit: number): string {
  const line = withoutLooseEnds(withoutUnwantedButIsolates(text).replace(/\s+/gu, ' ').trim());
  if (line.length <= limit) return line;
  let persisted = '';
  let open = 0;
  // Cuts between what a reader takes for characters, never within one.
  for (const { segment } of new Intl.Segmenter().segment(line.slice(0, limit))) {
    const after = open + (segment === isolateBegin ? 1 : segment === isolateEnd ? -1 : 0);
    if (persisted.length + segment.length + after >= limit) break;
    persisted += segment;
    open = after;
  }
  return `${persisted}…${isolateEnd.repeat(open)}`;
}

/** Every isolate ends, and nothing ends that was not begun. */
function withoutLooseEnds(line: string): string {
  let open = 0;
  const ended = line.replace(/[\u2068\u2069]/g, (mark) => {
    if (mark === isolateEnd && open === 0) return '';
    open += mark === isolateBegin ? 1 : -1;
    return mark;
  });
  return ended + isolateEnd.repeat(open);
}
