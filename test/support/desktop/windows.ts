import { unlessBad, type Errands } from './errands.ts';

export interface DesktopWindow {
  readonly id: string;
  readonly title: string;
  /** The window manager's words about it, such as `_NET_WM_STATE_HIDDEN`. */
  readonly state: string;
}

/** Null when the window has gone meanwhile. */
async function describe({ run }: Errands, id: string): Promise<DesktopWindow | null> {
  const words = await unlessBad(run('xprop', ['-id', id, '_NET_WM_NAME', '_NET_WM_STATE']));
  if (words === null) return null;
  return {
    id,
    title: /_NET_WM_NAME\(\w+\) = "(.*)"/u.exec(words)?.[1] ?? '',
    state: /_NET_WM_STATE\(\w+\) = (.*)/u.exec(words)?.[1] ?? '',
  };
}

/** The windows that the window manager manages: those in the tray are not among them. */
export async function windows(errands: Errands): Promise<DesktopWindow[]> {
  const list = await errands.run('xprop', ['-root', '_NET_CLIENT_LIST']);
  const described = await Promise.all([...list.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => describe(errands, id)));
  return described.filter((window) => window !== null);
}

/** All windows in words, for a failure: as the window manager has them and as the screen has them, with whether they are on it. */
export async function told(errands: Errands): Promise<string> {
  const { run } = errands;
  const managed = (await windows(errands)).map(({ id, title, state }) => `${id} "${title}" ${state}`);
  const tree = await run('xwininfo', ['-root', '-tree']);
  const named = [...tree.matchAll(/(0x[0-9a-f]+) "(.*?)": \(/gu)].map(async ([, id = '', title = '']) => {
    const words = await unlessBad(run('xwininfo', ['-id', id]));
    return `${id} "${title}" ${/Map State: (\w+)/u.exec(words ?? '')?.[1] ?? 'gone'}`;
  });
  return `Managed: ${managed.join(', ')}. On the screen: ${(await Promise.all(named)).join(', ')}.`;
}

/** The window that has the focus. */
export async function activeWindow({ run }: Errands): Promise<string> {
  return /0x[0-9a-f]+/u.exec(await run('xprop', ['-root', '_NET_ACTIVE_WINDOW']))?.[0] ?? '';
}

/** The topmost of the managed windows, docks aside: they are told of from the lowest to the highest. */
export async function topmostWindow({ run }: Errands): Promise<string> {
  const order = await run('xprop', ['-root', '_NET_CLIENT_LIST_STACKING']);
  const ids = [...order.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => id);
  // One that has gone meanwhile has no type any more.
  const types = await Promise.all(ids.map((id) => unlessBad(run('xprop', ['-id', id, '_NET_WM_WINDOW_TYPE']))));
  return ids.filter((_id, index) => types[index]?.includes('DOCK') === false).at(-1) ?? '';
}

/** Presses the close button of the window's title bar. */
export async function closeWindow({ run }: Errands, id: string): Promise<void> {
  await run('wmctrl', ['-i', '-c', id]);
}

/** Presses the minimise button of the window's title bar. */
export async function minimizeWindow({ run }: Errands, id: string): Promise<void> {
  await run('xdotool', ['windowminimize', id]);
}
