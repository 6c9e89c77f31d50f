import { describe, expect, it } from 'vitest';
import { isOnWayland, x11Switch, type DesktopSession } from './displayServer.ts';

const both: DesktopSession = { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, electron: '45.4.1', ozone: '' };

describe('windows are Wayland’s own', () => {
  it.each<[string, Partial<DesktopSession>, boolean]>([
    ['where Electron takes Wayland by itself', {}, true],
    ['not by an Electron that takes X11', { electron: '33.4.11' }, false],
    ['where an older one was told to', { electron: '33.4.11', ozone: 'wayland' }, true],
    ['not where X11 was asked for', { ozone: 'x11' }, false],
    ['not in a session without Wayland', { env: { DISPLAY: ':0' } }, false],
    ['not on Windows', { platform: 'win32' }, false],
  ])('%s', (_, session, expected) => {
    expect(isOnWayland({ ...both, ...session })).toBe(expected);
  });
});

describe('X11 is asked for', () => {
  it.each<[string, Partial<DesktopSession>, boolean]>([
    ['where a Wayland session has it, too', {}, true],
    ['not where it has not', { env: { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: '' } }, false],
    ['not against what was asked for', { ozone: 'wayland' }, false],
    ['not once more', { ozone: 'x11' }, false],
  ])('%s', (_, session, expected) => {
    expect(x11Switch({ ...both, ...session })).toEqual(expected ? ['--ozone-platform=x11'] : []);
  });
});
