/**
 * Reads JSON of a server that does not escape what its strings hold: a raw control character, or a backslash that begins no
 * escape, costs that character and nothing else. Trailing NULs and line ends have been seen in the field (protocol.md 2.1).
 * Throws where it is no JSON anyway.
 */
export function parseLooseJson(text: string): unknown {
  const trimmed = withoutEnd(text);
  try {
    return JSON.parse(trimmed);
  } catch {
    return JSON.parse(mended(trimmed));
  }
}

/** Outside of strings a blank stands as well where a control character stood, so that nobody needs to tell the two apart. */
function mended(text: string): string {
  return text
    .replace(/^\ufeff+/, '')
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?/g, (whole, escape: string | undefined) => (escape === undefined ? '\\\\' : whole));
}

/** By hand: a regular expression would look through two megabytes of roster for it. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
