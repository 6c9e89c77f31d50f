export interface IconPicture {
  readonly size: number;
  readonly png: Uint8Array;
}

const headerSize = 6;
const entrySize = 16;

/** Windows' icon container around PNG pictures (its form since Vista). */
export function iconFile(pictures: readonly IconPicture[]): Uint8Array {
  const header = Buffer.alloc(headerSize);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = headerSize + entrySize * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(entrySize);
    // 256 is written as 0: the field has one byte.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}
