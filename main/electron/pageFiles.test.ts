import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageFile } from './pageFiles.ts';

const folder = resolve('/app/dist/renderer');

describe('the file that an address names', () => {
  it('is the page for the bare origin', () => {
    expect(pageFile(folder, 'app://earshot/')).toEqual({ path: resolve(folder, 'index.html'), type: 'text/html; charset=utf-8' });
  });

  it.each([
    ['/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/index.css?v=1#x', 'text/css; charset=utf-8'],
    ['/a%20b.svg', 'image/svg+xml'],
  ])('%s has the type %s', (path, type) => {
    expect(pageFile(folder, `app://earshot${path}`)?.type).toBe(type);
  });

  it.each([
    ['another host', 'app://elsewhere/index.html'],
    ['another scheme', 'https://earshot/index.html'],
    ['a port', 'app://earshot:1/index.html'],
    ['a way up', 'app://earshot/..%2findex.html'],
    ['a long way up', 'app://earshot/a/..%2f..%2f..%2f..%2fetc%2fpasswd.json'],
    ['a neighbour with the same beginning', 'app://earshot/..%2frenderer-old%2findex.html'],
    ['a backslash', 'app://earshot/..%5c..%5cpackage.json'],
    ['a null character', 'app://earshot/index.html%00.js'],
    ['a broken escape', 'app://earshot/%E0%A4%A'],
    ['no type that is served', 'app://earshot/main.map'],
    ['a folder', 'app://earshot/assets/'],
    ['no address', 'not an address'],
  ])('is none for %s', (_what, address) => {
    expect(pageFile(folder, address)).toBeNull();
  });
});
