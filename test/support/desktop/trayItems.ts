import { createHash } from 'node:crypto';
import { z } from 'zod';
import { callBus, hasOwner } from './bus.ts';
import type { Errands } from './errands.ts';
import { until } from './until.ts';

export interface TrayMenuEntry {
  readonly id: number;
  readonly words: string;
  readonly enabled: boolean;
  readonly separator: boolean;
}

export interface TrayItem {
  /** `busName/path`, as the panel knows it. */
  readonly address: string;
  readonly title: string;
  readonly tooltip: string;
  /** Tells one picture from another. */
  readonly pictureHash: string;
  readonly pictureSize: number;
  readonly menu: readonly TrayMenuEntry[];
}

const variant = <Data extends z.ZodType>(data: Data) => z.object({ data });
const pixmaps = z.array(z.tuple([z.number(), z.number(), z.array(z.number())]));
const itemSchema = z.object({
  Title: variant(z.string()),
  ToolTip: variant(z.tuple([z.string(), z.unknown(), z.string(), z.string()])),
  IconPixmap: variant(pixmaps),
  Menu: variant(z.string()),
});
const lineSchema = variant(
  z.tuple([
    z.number(),
    z.object({
      label: variant(z.string()).optional(),
      enabled: variant(z.boolean()).optional(),
      type: variant(z.string()).optional(),
      visible: variant(z.boolean()).optional(),
    }),
    z.unknown(),
  ]),
);
const layoutSchema = z.tuple([z.number(), z.tuple([z.number(), z.unknown(), z.array(lineSchema)])]);

const watcher = { service: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher', member: 'org.freedesktop.DBus.Properties.Get' };

async function addresses(errands: Errands): Promise<string[]> {
  const answer = await callBus(errands, watcher, ['ss', watcher.service, 'RegisteredStatusNotifierItems']);
  return z.tuple([variant(z.array(z.string()))]).parse(answer)[0].data;
}

function split(address: string): { service: string; path: string } {
  const slash = address.indexOf('/');
  return slash < 0 ? { service: address, path: '/StatusNotifierItem' } : { service: address.slice(0, slash), path: address.slice(slash) };
}

async function menuOf(errands: Errands, service: string, path: string): Promise<TrayMenuEntry[]> {
  const layout = await callBus(errands, { service, path, member: 'com.canonical.dbusmenu.GetLayout' }, ['iias', '0', '--', '-1', '0']);
  return layoutSchema.parse(layout)[1][2].map(({ data: [id, line] }) => ({
    id,
    words: line.label?.data ?? '',
    enabled: line.enabled?.data ?? true,
    separator: line.type?.data === 'separator',
  }));
}

async function item(errands: Errands, address: string): Promise<TrayItem> {
  const { service, path } = split(address);
  const all = await callBus(errands, { service, path, member: 'org.freedesktop.DBus.Properties.GetAll' }, [
    's',
    'org.kde.StatusNotifierItem',
  ]);
  const [properties] = z.tuple([itemSchema]).parse(all);
  const [picture] = properties.IconPixmap.data;
  return {
    address,
    title: properties.Title.data,
    tooltip: properties.ToolTip.data[2] || properties.ToolTip.data[3],
    pictureHash: createHash('sha256')
      .update(Buffer.from(picture?.[2] ?? []))
      .digest('hex'),
    pictureSize: picture?.[0] ?? 0,
    menu: await menuOf(errands, service, properties.Menu.data),
  };
}

/** Null when its program has gone since the panel told of it. */
async function itemUnlessGone(errands: Errands, address: string): Promise<TrayItem | null> {
  try {
    return await item(errands, address);
  } catch (error) {
    if (await hasOwner(errands, split(address).service)) throw error;
    return null;
  }
}

/** The icons that the panel's tray holds, read from the programs that put them there. */
export async function trayItems(errands: Errands): Promise<TrayItem[]> {
  const items = await Promise.all((await addresses(errands)).map((address) => itemUnlessGone(errands, address)));
  return items.filter((each) => each !== null);
}

/** Chooses a line of a tray menu by its words. */
export async function clickTrayMenu(errands: Errands, words: string): Promise<void> {
  for (const { address, menu } of await trayItems(errands)) {
    const line = menu.find((entry) => entry.words === words && entry.enabled);
    if (line === undefined) continue;
    const { service, path } = split(address);
    const [menuPath] = z
      .tuple([variant(z.string())])
      .parse(
        await callBus(errands, { service, path, member: 'org.freedesktop.DBus.Properties.Get' }, [
          'ss',
          'org.kde.StatusNotifierItem',
          'Menu',
        ]),
      );
    const event = { service, path: menuPath.data, member: 'com.canonical.dbusmenu.Event' };
    // What was chosen may be to quit: there is nobody left to answer then.
    await callBus(errands, event, ['isvu', String(line.id), 'clicked', 's', '', '0'], ['--expect-reply=no']);
    return;
  }
  throw new Error(`no tray menu offers "${words}"`);
}

/** Clicks the only tray icon. The panel may still tell of one whose program is gone: nobody could click that. */
export async function clickTrayIcon(errands: Errands): Promise<void> {
  const owner = await until('a tray icon', async () => {
    const all = (await addresses(errands)).map(split);
    const owned = await Promise.all(all.map(({ service }) => hasOwner(errands, service)));
    return all.find((_, nth) => owned[nth]) ?? null;
  });
  await callBus(errands, { ...owner, member: 'org.kde.StatusNotifierItem.Activate' }, ['ii', '0', '0']);
}
