import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isLibraryMessage, openInElectron } from './electronWindow.ts';

test.each([
  '[4711:0131/120000.123456:ERROR:bus.cc(407)] Failed to connect to the bus: /run/dbus/system_bus_socket',
  '[4711:0131/120000.123456:ERROR:viz_main_impl.cc(196)] Exiting GPU process due to errors during initialization',
  '(electron:4711): Gtk-WARNING **: 12:00:00.000: Theme parsing error',
  'libva error: vaGetDriverNameByIndex() failed',
])('a library says: %s', (line) => {
  expect(isLibraryMessage(line)).toBe(true);
});

test.each([
  'Earshot is running already in a browser, with the same data folder. Use it, or end it first.',
  'Error: something of Earshot broke',
  '    at compose (file:///dist/main/electron.js:1:1)',
  '',
])('Earshot says: "%s"', (line) => {
  expect(isLibraryMessage(line)).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'a window’s libraries do not drown what is printed: they are in a file, and the rest is told',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-messages-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const program = path.join(folder, 'electron');
    writeFileSync(program, '#!/bin/sh\necho "[1:0131/120000.1:ERROR:bus.cc(1)] no bus" >&2\necho "Earshot cannot start" >&2\nexit 3\n');
    chmodSync(program, 0o700);
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const status = await openInElectron(program, process.env, path.join(folder, 'messages.log')).left;
    const words = printed.mock.calls.map(([text]) => String(text)).join('');
    printed.mockRestore();
    expect(status).toBe(3);
    expect(words).toContain('Earshot cannot start\n');
    expect(words).not.toContain('no bus');
    expect(readFileSync(path.join(folder, 'messages.log'), 'utf8')).toBe('[1:0131/120000.1:ERROR:bus.cc(1)] no bus\n');
  },
);
