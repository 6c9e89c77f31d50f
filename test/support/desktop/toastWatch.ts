import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Errands } from './errands.ts';
import { start } from './processes.ts';

export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** In milliseconds; 0: never leaves by itself; -1: as the daemon likes. */
  readonly timeout: number;
  readonly open: boolean;
}

const message = z.object({
  type: z.string(),
  cookie: z.number(),
  reply_cookie: z.number().optional(),
  member: z.string().optional(),
  payload: z.object({ data: z.array(z.unknown()) }).nullish(),
});
const notifySchema = z
  .tuple([
    z.string(),
    z.number(),
    z.string(),
    z.string(),
    z.string(),
    z.array(z.string()),
    z.record(z.string(), z.object({ data: z.unknown() })),
    z.number(),
  ])
  .transform(([, , , title, body, , hints, timeout]) => ({ title, body, timeout, urgency: hints['urgency']?.data }));
const urgencies = ['low', 'normal', 'critical'] as const;

/** Listens in on the notification daemon: what it was given, and what is still open. */
export interface ToastWatch {
  toasts(): Toast[];
  /** How many the daemon itself says that it shows. */
  displayed(): Promise<number>;
}

/** Starts listening; everything shown before is unknown to it. */
export function watchToasts({ env, run }: Errands, logs: string): ToastWatch {
  const asked = new Map<number, Omit<Toast, 'id' | 'open'>>();
  const toasts = new Map<number, Toast>();
  const match = "interface='org.freedesktop.Notifications'";
  const replies = "type='method_return'";
  const address = `--address=${env['DBUS_SESSION_BUS_ADDRESS'] ?? ''}`;
  const child = start({
    program: 'busctl',
    args: ['--json=short', address, `--match=${match}`, `--match=${replies}`, 'monitor'],
    env,
    logs,
  });
  if (child.stdout === null) throw new Error('busctl has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) hear(message.parse(JSON.parse(line)));
  });

  function hear({ type, cookie, reply_cookie: replyTo, member, payload }: z.infer<typeof message>): void {
    const data = payload?.data ?? [];
    if (type === 'method_call' && member === 'Notify') {
      const { title, body, timeout, urgency } = notifySchema.parse(data);
      asked.set(cookie, { title, body, timeout, urgency: urgencies[Number(urgency ?? 1)] ?? 'normal' });
    } else if (type === 'method_return' && replyTo !== undefined) {
      const words = asked.get(replyTo);
      const [id] = data;
      if (words === undefined || typeof id !== 'number') return;
      asked.delete(replyTo);
      toasts.set(id, { id, ...words, open: true });
    } else if (type === 'signal' && member === 'NotificationClosed') {
      const [id] = data;
      const toast = typeof id === 'number' ? toasts.get(id) : undefined;
      if (toast !== undefined) toasts.set(toast.id, { ...toast, open: false });
    }
  }

  return {
    toasts: () => [...toasts.values()],
    displayed: async () => Number((await run('dunstctl', ['count', 'displayed'])).trim()),
  };
}
