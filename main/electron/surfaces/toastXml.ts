import type { ToastPlan } from '../../alerts/surfaces.ts';
import { oneLine } from '../../text/oneLine.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** `text` with the characters that mean something in markup written as entities. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities.get(character) ?? character);
}

/**
 * Windows' own form of a toast. `incomingCall` stays until it is answered or taken away; the button is there because a scenario
 * without one may fall back to a toast that leaves by itself. Electron tells of a press on such a toast, not of the button: so
 * only what a press does anyway, to show Earshot, is offered.
 */
export function incomingCallToast({ title, body, silent, buttons }: Omit<ToastPlan, 'ringId'>): string {
  const line = (text: string): string => `<text>${escapeMarkup(oneLine(text, 200))}</text>`;
  const show = buttons.find(({ action }) => action === 'show')?.words ?? 'Show Earshot';
  return [
    '<toast scenario="incomingCall" launch="show" activationType="foreground">',
    `<visual><binding template="ToastGeneric">${line(title)}${line(body)}</binding></visual>`,
    silent ? '<audio silent="true"/>' : '<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>',
    `<actions><action activationType="foreground" content="${escapeMarkup(oneLine(show, 40))}" arguments="show"/></actions>`,
    '</toast>',
  ].join('');
}
