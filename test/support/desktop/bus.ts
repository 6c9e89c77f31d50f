import { z } from 'zod';
import type { Errands } from './errands.ts';

const replySchema = z.object({ type: z.string(), data: z.array(z.unknown()) });
const ownedSchema = z.tuple([z.boolean()]);

/** Calls a method on the desktop's session bus; the arguments begin with their signature, as busctl wants them. */
export async function callBus(
  { env, run }: Errands,
  target: { readonly service: string; readonly path: string; readonly member: string },
  args: readonly string[] = [],
  options: readonly string[] = [],
): Promise<unknown[]> {
  const dot = target.member.lastIndexOf('.');
  const [face, method] = [target.member.slice(0, dot), target.member.slice(dot + 1)];
  const words = [
    '--json=short',
    ...options,
    `--address=${env['DBUS_SESSION_BUS_ADDRESS'] ?? ''}`,
    'call',
    target.service,
    target.path,
    face,
    method,
  ];
  const text = await run('busctl', [...words, ...args]);
  return text.trim() === '' ? [] : replySchema.parse(JSON.parse(text)).data;
}

/** Whether some program holds this name on the bus. */
export async function hasOwner(errands: Errands, name: string): Promise<boolean> {
  const bus = { service: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', member: 'org.freedesktop.DBus.NameHasOwner' };
  return ownedSchema.parse(await callBus(errands, bus, ['s', name]))[0];
}
