import { barLabel } from './barLabel.ts';
import { describe, expect, it } from 'vitest';

describe('the name beside a bar', () => {
  it.each([
    ['Billing', 'Billing'],
    ['Broadband support', 'Broadband\u00a0support'],
    ['Group 7 with rather a long name', 'Group\u00a07\u00a0with\u00a0rather…'],
    ['投诉处理投诉处理投诉处理', '投诉处理投诉处理投诉…'],
    ['', ''],
  ])('%s is one line of %s', (name, label) => {
    expect(barLabel(name)).toBe(label);
  });
});
