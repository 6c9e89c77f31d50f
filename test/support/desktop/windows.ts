import { run, type Environment } from './processes.ts';

export interface DesktopWindow {
  readonly id: string;
  readonly title: string;
  /** The window manager's words about it, such as `_NET_WM_STATE_HIDDEN`. */
  readonly state: string;
}

/** Null when the window has gone meanwhile. */
async function describe(env: Environment, id: string): Promise<DesktopWindow | null> {
  const words = await run('xprop', ['-id', id, '_NET_WM_NAME', '_NET_WM_STATE'], env).catch(() => null);
  if (words === null) return null;
  return {
    id,
    title: /_NET_WM_NAME\(\w+\) = "(.*)"/u.exec(words)?.[1] ?? '',
    state: /_NET_WM_STATE\(\w+\) = (.*)/u.exec(words)?.[1] ?? '',
  };
}

/** The windows that the window manager manages: those in the tray are not among them. */
export async function windows(env: Environment): Promise<DesktopWindow[]> {
  const list = await run('xprop', ['-root', '_NET_CLIENT_LIST'], env);
  const described = await Promise.all([...list.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => describe(env, id)));
  return described.filter((window) => window !== null);
}

/** The window that has the focus. */
export async function activeWindow(env: Environment): Promise<string> {
  return /0x[0-9a-f]+/u.exec(await run('xprop', ['-root', '_NET_ACTIVE_WINDOW'], env))?.[0] ?? '';
}

/** The topmost of the managed windows, docks aside: they are told of from the lowest to the highest. */
export async function topmostWindow(env: Environment): Promise<string> {
  const order = await run('xprop', ['-root', '_NET_CLIENT_LIST_STACKING'], env);
  const ids = [...order.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => id);
  // One that has gone meanwhile has no type any more.
  const types = await Promise.all(ids.map((id) => run('xprop', ['-id', id, '_NET_WM_WINDOW_TYPE'], env).catch(() => null)));
  return ids.filter((_id, index) => types[index]?.includes('DOCK') === false).at(-1) ?? '';
}

/** Presses the close button of the window's title bar. */
export async function closeWindow(env: Environment, id: string): Promise<void> {
  await run('wmctrl', ['-i', '-c', id], env);
}

/** Presses the minimise button of the window's title bar. */
export async function minimizeWindow(env: Environment, id: string): Promise<void> {
  await run('xdotool', ['windowminimize', id], env);
}
