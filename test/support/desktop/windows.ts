import { run, type Environment } from './processes.ts';

export interface DesktopWindow {
  readonly id: string;
  readonly title: string;
  /** The window manager's words about it, such as `_NET_WM_STATE_HIDDEN`. */
  readonly state: string;
}

async function describe(env: Environment, id: string): Promise<DesktopWindow> {
  const words = await run('xprop', ['-id', id, '_NET_WM_NAME', '_NET_WM_STATE'], env);
  return {
    id,
    title: /_NET_WM_NAME\(\w+\) = "(.*)"/u.exec(words)?.[1] ?? '',
    state: /_NET_WM_STATE\(\w+\) = (.*)/u.exec(words)?.[1] ?? '',
  };
}

/** The windows that the window manager manages: those in the tray are not among them. */
export async function windows(env: Environment): Promise<DesktopWindow[]> {
  const list = await run('xprop', ['-root', '_NET_CLIENT_LIST'], env);
  return Promise.all([...list.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => describe(env, id)));
}

/** Presses the close button of the window's title bar. */
export async function closeWindow(env: Environment, id: string): Promise<void> {
  await run('wmctrl', ['-i', '-c', id], env);
}

/** Presses the minimise button of the window's title bar. */
export async function minimizeWindow(env: Environment, id: string): Promise<void> {
  await run('xdotool', ['windowminimize', id], env);
}
