/** Values that occur nowhere else in the world, planted where secrets are. */
export const canaries = {
  password: 'Kestrel_pw_4711_Zq',
  wrongPassword: 'Merlin_pw_0815_Xv',
  guid: 'Q7canaryguid1f00d.AgentGateway0',
  renewedGuid: 'Q7canaryguid2beef.AgentGateway0',
  cookie: 'Q7canarycookie9d3a',
  ownPhone: '770090012377',
  agentPhone: '770090045688',
} as const;

export type CanaryName = keyof typeof canaries;

/** All that a canary may look like when it is written somewhere. */
function disguises(secret: string): Map<string, Buffer> {
  const plain = Buffer.from(secret);
  const found = new Map<string, Buffer>([
    ['plain', plain],
    ['UTF-16 LE', Buffer.from(secret, 'utf16le')],
    ['UTF-16 BE', Buffer.from(secret, 'utf16le').swap16()],
    ['hex', Buffer.from(plain.toString('hex'))],
    ['HEX', Buffer.from(plain.toString('hex').toUpperCase())],
    ['percent', Buffer.from([...plain].map((byte) => `%${byte.toString(16)}`).join(''))],
    ['PERCENT', Buffer.from([...plain].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''))],
  ]);
  // Base64 of a text with something before it: three alignments, without the ends that their neighbours decide.
  for (const before of [0, 1, 2]) {
    const base64 = Buffer.concat([Buffer.alloc(before), plain]).toString('base64');
    const own = base64
      .slice(before === 0 ? 0 : before + 1)
      .replace(/=+$/, '')
      .slice(0, -1);
    found.set(`base64+${String(before)}`, Buffer.from(own));
    found.set(`base64url+${String(before)}`, Buffer.from(own.replaceAll('+', '-').replaceAll('/', '_')));
  }
  return found;
}

const searched = (Object.keys(canaries) as CanaryName[]).map((name) => ({ name, forms: disguises(canaries[name]) }));

/** Where a canary was found, and as what. */
export interface Finding {
  readonly where: string;
  readonly canary: CanaryName;
  readonly as: string;
}

/** Every canary in these bytes, in whatever disguise. */
export function findCanaries(where: string, content: string | Buffer): Finding[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return searched.flatMap(({ name, forms }) =>
    [...forms].flatMap(([as, form]) => (bytes.includes(form) ? [{ where, canary: name, as }] : [])),
  );
}
