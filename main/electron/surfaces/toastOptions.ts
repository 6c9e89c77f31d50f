import type { NotificationConstructorOptions } from 'electron';
import { escapeMarkup, incomingCallToast } from './toastXml.ts';
import { plainWords } from './words.ts';

export interface ToastWords {
  readonly title: string;
  readonly body: string;
}

/** A toast that must stay until the ring ends. */
export function ringToast(platform: NodeJS.Platform, { title, body }: ToastWords): NotificationConstructorOptions {
  if (platform === 'win32') return { toastXml: incomingCallToast(title, body) };
  if (platform === 'linux') return { ...plainToast(platform, { title, body }), urgency: 'critical', timeoutType: 'never' };
  return plainToast(platform, { title, body });
}

/** A toast that says something once and may leave by itself. */
export function plainToast(platform: NodeJS.Platform, { title, body }: ToastWords): NotificationConstructorOptions {
  const words = plainWords(body, 300);
  // Linux' notification daemons read the body, and only the body, as markup.
  return { title: plainWords(title, 200), body: platform === 'linux' ? escapeMarkup(words) : words };
}
