import type { NotificationConstructorOptions } from 'electron';
import type { AlertButton, ToastPlan } from '../../alerts/surfaces.ts';
import { escapeMarkup, incomingCallToast } from './toastXml.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

export interface ToastWords {
  readonly title: string;
  readonly body: string;
}

/**
 * A toast that must stay until the ring ends, or one that may leave by itself. `id` is the toast's own where Electron tells which button of a Windows toast was pressed;
 * null: it does not, and no button is offered there but the one that does what a press does anyway.
 */
export function ringToast(
  platform: NodeJS.Platform,
  plan: Omit<ToastPlan, 'ringId'>,
  id: string | null = null,
): NotificationConstructorOptions {
  // No call waits behind it.
  if (!plan.lasting) return { ...plainToast(platform, plan), silent: plan.silent };
  switch (platform) {
    case 'win32':
      // The XML says nothing of how much it matters: without this, Windows may keep it for later. An Electron that does not know it passes it over.
      return { ...(id === null ? {} : { id }), urgency: 'critical', toastXml: incomingCallToast(plan, id) };
    case 'linux':
      // Electron gives Linux' daemons no buttons.
      return { ...plainToast(platform, plan), silent: plan.silent, urgency: 'critical', timeoutType: 'never' };
    default:
      return { ...plainToast(platform, plan), silent: plan.silent, actions: plan.buttons.map(button) };
  }
}

const button = ({ words }: AlertButton): { type: 'button'; text: string } => ({ type: 'button', text: oneLine(words, 40) });

/** A toast that says something once and may leave by itself. */
export function plainToast(platform: NodeJS.Platform, { title, body }: ToastWords): NotificationConstructorOptions {
  const words = oneLine(body, 300);
  // Linux' notification daemons read the body, and only the body, as markup.
  return { title: oneLine(title, 200), body: platform === 'linux' ? escapeMarkup(words) : words };
}
