import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrayPicture } from '../../main/alerts/surfaces.ts';
import { appId } from '../../main/electron/identity.ts';

const root = join(import.meta.dirname, '..', '..');
const pictures: readonly TrayPicture[] = [
  'signedOut',
  'live',
  'offline',
  'calling',
  'ringing',
  'listening',
  'whispering',
  'inserted',
  'mayBeHeard',
];

const sizeOfPng = (png: Buffer): [number, number] => {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

/** The sizes that an icon file says it holds; each checked against the picture itself. */
function sizesOfIcon(icon: Buffer): number[] {
  expect(icon.readUInt16LE(2)).toBe(1);
  return Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const size = icon.readUInt8(entry) || 256;
    const offset = icon.readUInt32LE(entry + 12);
    expect(sizeOfPng(icon.subarray(offset, offset + icon.readUInt32LE(entry + 8)))).toEqual([size, size]);
    return size;
  });
}

describe.each(pictures)('the tray picture %s', (picture) => {
  const file = (name: string): Buffer => readFileSync(join(root, 'assets', 'tray', name));

  it('is there at every scale and for every system', () => {
    expect([`${picture}.png`, `${picture}@1.5x.png`, `${picture}@2x.png`].map((name) => sizeOfPng(file(name))[0])).toEqual([24, 36, 48]);
    expect([`${picture}Template.png`, `${picture}Template@2x.png`].map((name) => sizeOfPng(file(name))[0])).toEqual([16, 32]);
    expect(sizesOfIcon(file(`${picture}.ico`))).toEqual([16, 20, 24, 32, 48]);
  });
});

it('no two tray pictures are the same without their colours', () => {
  const shapes = new Set(
    pictures.map((picture) => readFileSync(join(root, 'assets', 'tray', `${picture}Template.png`)).toString('base64')),
  );
  expect(shapes.size).toBe(pictures.length);
});

it('the application’s icon is there in every size', () => {
  expect(sizesOfIcon(readFileSync(join(root, 'assets', 'icon', 'icon.ico')))).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(sizeOfPng(readFileSync(join(root, 'assets', 'icon', '1024.png')))).toEqual([1024, 1024]);
});

it('Windows knows the application by one id', () => {
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toMatch(new RegExp(`^appId: ${appId.replaceAll('.', '\\.')}$`, 'mu'));
});
