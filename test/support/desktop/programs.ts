import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Each program of the test desktop, and the Debian package that brings it. */
const programs = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  openbox: 'openbox',
  'xfce4-panel': 'xfce4-panel',
  dunst: 'dunst',
  dunstctl: 'dunst',
  'gnome-keyring-daemon': 'gnome-keyring',
  scrot: 'scrot',
  xprop: 'x11-utils',
  xdotool: 'xdotool',
  wmctrl: 'wmctrl',
  busctl: 'systemd',
} as const;

function installed(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The audio server, without which a ring is not heard and everything else can be tested anyway. */
const audioPrograms = {
  pulseaudio: 'pulseaudio',
  pactl: 'pulseaudio-utils',
} as const;

/** Why this machine cannot run the test desktop, one reason for each thing it lacks; empty when it can. */
export function desktopLacks(platform: NodeJS.Platform = process.platform, path = process.env['PATH'] ?? ''): string[] {
  if (platform !== 'linux') return [`the test desktop needs Linux, this is ${platform}`];
  return missing(programs, path);
}

/** Why sound cannot be observed on this machine; empty when it can. */
export function audioLacks(path = process.env['PATH'] ?? ''): string[] {
  return missing(audioPrograms, path);
}

/** Why the system calls of a process cannot be watched on this machine; empty when they can. */
export function traceLacks(path = process.env['PATH'] ?? ''): string[] {
  return missing({ strace: 'strace' }, path);
}

/** Why Wayland cannot be tried on this machine; empty when it can. */
export function westonLacks(path = process.env['PATH'] ?? ''): string[] {
  return missing({ weston: 'weston', 'weston-screenshooter': 'weston', Xwayland: 'xwayland' }, path);
}

function missing(wanted: Readonly<Record<string, string>>, path: string): string[] {
  return Object.entries(wanted)
    .filter(([program]) => !installed(program, path))
    .map(([program, debianPackage]) => `${program} is not installed (Debian package ${debianPackage})`);
}
