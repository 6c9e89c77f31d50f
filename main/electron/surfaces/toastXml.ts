import { plainWords } from './words.ts';

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
 * Windows' own form of a toast. `incomingCall` stays until it is answered or taken away, and rings;
 * the button is there because a scenario without one may fall back to a toast that leaves by itself.
 */
export function incomingCallToast(title: string, body: string): string {
  const line = (text: string): string => `<text>${escapeMarkup(plainWords(text, 200))}</text>`;
  return [
    '<toast scenario="incomingCall" launch="show" activationType="foreground">',
    `<visual><binding template="ToastGeneric">${line(title)}${line(body)}</binding></visual>`,
    '<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>',
    '<actions><action activationType="foreground" content="Show Earshot" arguments="show"/></actions>',
    '</toast>',
  ].join('');
}
