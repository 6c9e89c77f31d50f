import { expect, it } from 'vitest';
import { setToastActivator, toastActivator } from './toastActivator.ts';

it('Windows finds Earshot for a toast by an id that stays; other systems and an older Electron know none', () => {
  const set: string[] = [];
  const app = { setToastActivatorCLSID: (id: string) => void set.push(id) };
  setToastActivator(app, 'win32');
  setToastActivator(app, 'linux');
  setToastActivator({}, 'win32');
  expect(set).toEqual([toastActivator]);
  expect(toastActivator).toMatch(/^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/u);
});
