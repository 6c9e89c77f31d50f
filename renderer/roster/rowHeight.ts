const FALLBACK_PX = 32;

/** A row's height as the tokens say it, so that the virtual list and the style sheet cannot differ. */
export function readRowHeight(): number {
  const height = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-height'));
  return Number.isFinite(height) && height > 0 ? height : FALLBACK_PX;
}
