import { describe, expect, it } from 'vitest';
import { moveForKey } from './gridMoves.ts';

describe('the keys of the grid', () => {
  const place = { index: 5, count: 100, page: 20, cell: null, cells: 9 };

  it.each([
    ['ArrowDown', { to: 'row', index: 6 }],
    ['ArrowUp', { to: 'row', index: 4 }],
    ['PageDown', { to: 'row', index: 25 }],
    ['PageUp', { to: 'row', index: 0 }],
    ['Home', { to: 'row', index: 0 }],
    ['End', { to: 'row', index: 99 }],
    ['ArrowRight', { to: 'cell', index: 5, cell: 0 }],
    ['ArrowLeft', { to: 'row', index: 5 }],
    ['x', null],
  ])('on a row: %s', (key, move) => {
    expect(moveForKey(key, false, place)).toEqual(move);
  });

  it.each([
    ['ArrowDown', false, { to: 'cell', index: 6, cell: 3 }],
    ['Home', false, { to: 'cell', index: 5, cell: 0 }],
    ['End', false, { to: 'cell', index: 5, cell: 8 }],
    ['Home', true, { to: 'cell', index: 0, cell: 3 }],
    ['End', true, { to: 'cell', index: 99, cell: 3 }],
    ['ArrowRight', false, { to: 'cell', index: 5, cell: 4 }],
    ['ArrowLeft', false, { to: 'cell', index: 5, cell: 2 }],
    ['ArrowDown', true, null],
  ])('in a cell: %s, with Ctrl: %s', (key, control, move) => {
    expect(moveForKey(key, control, { ...place, cell: 3 })).toEqual(move);
  });

  it('stop at the edges, and leave the top for the headings', () => {
    expect(moveForKey('ArrowDown', false, { ...place, index: 99 })).toEqual({ to: 'row', index: 99 });
    expect(moveForKey('ArrowUp', false, { ...place, index: 0 })).toEqual({ to: 'header' });
    expect(moveForKey('ArrowRight', false, { ...place, cell: 8 })).toEqual({ to: 'cell', index: 5, cell: 8 });
    expect(moveForKey('ArrowLeft', false, { ...place, cell: 0 })).toEqual({ to: 'row', index: 5 });
  });
});
