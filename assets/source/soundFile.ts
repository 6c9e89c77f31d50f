const rate = 16_000;

interface Tone {
  readonly at: number;
  readonly hertz: number;
  readonly lasts: number;
}

/** Seconds, tones that fade, and quiet for the rest. */
export interface Melody {
  readonly length: number;
  readonly tones: readonly Tone[];
}

/** Two soft tones, the second lower; played in a loop. */
export const ring: Melody = {
  length: 2.4,
  tones: [
    { at: 0.02, hertz: 587.33, lasts: 0.7 },
    { at: 0.36, hertz: 440, lasts: 1.1 },
  ],
};

/** Shorter, rising; played once. */
export const question: Melody = {
  length: 1,
  tones: [
    { at: 0.02, hertz: 440, lasts: 0.5 },
    { at: 0.22, hertz: 587.33, lasts: 0.7 },
  ],
};

/** Seconds from silence to full: a tone without it begins with a click. */
const attack = 0.012;
const loudness = 0.42;
/** The fundamental, and a little of what makes it a bell rather than a beep. */
const partials = [
  { times: 1, share: 0.8 },
  { times: 2, share: 0.15 },
  { times: 3, share: 0.05 },
] as const;

function toneAt({ at, hertz, lasts }: Tone, second: number): number {
  const since = second - at;
  if (since < 0 || since > lasts) return 0;
  const rise = Math.min(1, since / attack);
  const fall = (1 - since / lasts) ** 2;
  const wave = partials.reduce((sum, { times, share }) => sum + share * Math.sin(2 * Math.PI * hertz * times * since), 0);
  return rise * fall * wave;
}

/** A melody as a WAV file: mono, 16 bit. */
export function soundFile({ length, tones }: Melody): Uint8Array {
  const samples = Math.round(rate * length);
  const data = Buffer.alloc(samples * 2);
  for (let sample = 0; sample < samples; sample += 1) {
    const sum = tones.reduce((level, tone) => level + toneAt(tone, sample / rate), 0);
    data.writeInt16LE(Math.round(sum * loudness * 32_767), sample * 2);
  }
  return Buffer.concat([wavHeader(data.length), data]);
}

function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
