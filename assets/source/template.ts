const part = (svg: string, id: string): string =>
  new RegExp(`<g id="${id}"[^>]*>([\\s\\S]*?)\\n?\\s*</g>\\s*(?=<g id=|</svg>)`, 'u').exec(svg)?.[1] ?? '';

/**
 * macOS' form of a tray picture: black and transparent only, tinted by the system.
 * What stands white on a ground is cut out of that ground.
 */
export function templateOf(svg: string): string {
  const ground = part(svg, 'ground').trim();
  const glyph = part(svg, 'glyph');
  const head =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" color="#000" fill="none" stroke-linecap="round" stroke-linejoin="round">';
  if (ground === '') return `${head}${glyph}</svg>`;
  const mask = `<mask id="cut" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16"><path fill="#fff" d="M0 0h16v16H0z"/>${glyph}</mask>`;
  return `${head}${mask}<g fill="#000" mask="url(#cut)">${ground}</g></svg>`;
}
