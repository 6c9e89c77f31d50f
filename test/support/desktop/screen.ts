import { closeSync, openSync, readSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** What is on the desktop's screen, read from the X server's own memory: in a moment, and without asking any program. */
export interface Screen {
  /** How many pixels of every eighth line have this colour, `#0b5fae`: enough to see it, and soon read. */
  count(colour: string): number;
  /** Equal for equal pictures. */
  fingerprint(): string;
}

/** The X server's option that keeps its screen in a file. */
export const screenOption = (folder: string): readonly string[] => ['-fbdir', folder];

// X11/XWDFile.h: numbers of four bytes, the highest first; then the colour table, then the pixels.
const field = { headerSize: 0, width: 4, height: 5, byteOrder: 7, bitsPerPixel: 11, bytesPerLine: 12, colours: 19 } as const;
const headerLength = 100;
const colourLength = 12;
const pixelLength = 4;
const lineStep = 8;

/** Reads the screen of the X server that was started with `screenOption`. */
export function screenIn(folder: string): Screen {
  const file = join(folder, 'Xvfb_screen0');
  /** The pixels of every `step`th line, and how they are written. */
  const read = (step: number): { pixels: Buffer; lowFirst: boolean } => {
    const open = openSync(file, 'r');
    try {
      const header = Buffer.alloc(headerLength);
      readSync(open, header, 0, headerLength, 0);
      const number = (at: number): number => header.readUInt32BE(at * 4);
      if (number(field.bitsPerPixel) !== pixelLength * 8) throw new Error('The screen has another depth than expected.');
      const [length, lines] = [number(field.bytesPerLine), Math.floor(number(field.height) / step)];
      const begin = number(field.headerSize) + number(field.colours) * colourLength;
      const pixels = Buffer.alloc(length * lines);
      for (let line = 0; line < lines; line += 1) readSync(open, pixels, line * length, length, begin + line * step * length);
      return { pixels, lowFirst: number(field.byteOrder) === 0 };
    } finally {
      closeSync(open);
    }
  };
  return {
    count: (colour) => {
      const wanted = Number.parseInt(colour.slice(1), 16);
      const { pixels, lowFirst } = read(lineStep);
      let found = 0;
      for (let at = 0; at < pixels.length; at += pixelLength) {
        const pixel = lowFirst ? pixels.readUInt32LE(at) : pixels.readUInt32BE(at);
        if ((pixel & 0xffffff) === wanted) found += 1;
      }
      return found;
    },
    fingerprint: () => createHash('sha256').update(read(1).pixels).digest('hex'),
  };
}
