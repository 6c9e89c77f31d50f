import type { App } from 'electron';

/** What tells which display server Earshot's windows are on. */
export interface DesktopSession {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As in `process.versions.electron`. */
  readonly electron: string;
  /** The switch `ozone-platform`; empty: not given. */
  readonly ozone: string;
}

/** The session that this Earshot runs in. */
export function desktopSession(app: Pick<App, 'commandLine'>, env: DesktopSession['env']): DesktopSession {
  const { platform, versions } = process;
  return { platform, env, electron: versions.electron, ozone: app.commandLine.getSwitchValue('ozone-platform') };
}

/** From here on Electron takes Wayland where there is one; before, X11. */
const waylandFrom = 38;

/**
 * Whether windows are Wayland's own. There no program may place its windows, bring them to the front or keep them above others, and
 * none is told what is seen of them.
 */
export function isOnWayland({ platform, env, electron, ozone }: DesktopSession): boolean {
  if (platform !== 'linux') return false;
  if (ozone !== '') return ozone === 'wayland';
  return Number.parseInt(electron, 10) >= waylandFrom && Boolean(env['WAYLAND_DISPLAY']);
}

/** The switch for a start on X11 where a Wayland session offers that beside (XWayland): an alert can then come up, and be known to. */
export function x11Switch(session: DesktopSession): readonly string[] {
  return session.ozone === '' && isOnWayland(session) && Boolean(session.env['DISPLAY']) ? ['--ozone-platform=x11'] : [];
}
