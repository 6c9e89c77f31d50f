/** A Chinese character is about as wide as two Latin ones. */
const MOST_WIDTH = 20;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** A bar's name on one line, as the next one begins right under it; a long one is cut, and whole in the bar's tooltip and the table. */
export function barLabel(name: string): string {
  let width = 0;
  let label = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    width += wide.test(segment) ? 2 : 1;
    if (width > MOST_WIDTH) return `${label.trimEnd()}…`;
    // The chart breaks lines at spaces that may be broken at.
    label += segment === ' ' ? '\u00a0' : segment;
  }
  return label;
}
