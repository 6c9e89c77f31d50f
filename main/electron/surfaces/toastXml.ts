import type { ToastPlan } from '../../alerts/surfaces.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

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
 * without one may fall back to a toast that leaves by itself. With the toast's `id` Electron tells which button was pressed, by its
 * place in the arguments that it writes itself (electron#51147). An older one tells of a press alone (`id` null): then only what a
 * press does anyway, to show Earshot, is offered.
 */
export function incomingCallToast({ title, body, silent, buttons }: Omit<ToastPlan, 'ringId'>, id: string | null = null): string {
  const line = (text: string): string => `<text>${escapeMarkup(oneLine(text, 200))}</text>`;
  const button = (words: string, told: string): string =>
    `<action activationType="foreground" content="${escapeMarkup(oneLine(words, 40))}" arguments="${escapeMarkup(told)}"/>`;
  const show = button(buttons.find(({ action }) => action === 'show')?.words ?? 'Show Earshot', 'show');
  const all = buttons.map(({ words }, place) => button(words, `type=action&action=${String(place)}&tag=${id ?? ''}`)).join('');
  return [
    '<toast scenario="incomingCall" launch="show" activationType="foreground">',
    `<visual><binding template="ToastGeneric">${line(title)}${line(body)}</binding></visual>`,
    silent ? '<audio silent="true"/>' : '<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>',
    `<actions>${id === null || all === '' ? show : all}</actions>`,
    '</toast>',
  ].join('');
}
