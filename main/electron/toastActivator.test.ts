import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '../../scripts/project.ts';
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

it('the uninstaller for one user takes away what Electron writes under that id', () => {
  const script = readFileSync(inProject('assets', 'installer', 'earshot.nsh'), 'utf8');
  expect(script).toContain(`!define TOASTS_KEY "Software\\Classes\\CLSID\\${toastActivator}"`);
  expect(script).toContain('DeleteRegKey HKCU "${TOASTS_KEY}"');
});
