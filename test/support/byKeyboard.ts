import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from './desktop/desktop.ts';
import { until } from './desktop/until.ts';

/** A simulator, in this process or another. */
export interface Gateway {
  readonly port: number;
  readonly inspectors: readonly { readonly agentId: string; readonly password: string; readonly phone: string }[];
}

/** `--accent-fill` of renderer/ui/tokens.css in the light theme: the ground of a primary button. */
const primaryButton = '#0b5fae';

/** Whether a page with a primary button, as the sign-in form is, is on the screen. */
export function formShown({ screen }: Desktop): boolean {
  return screen.count(primaryButton) > 100;
}

/** Fills in the form that has just come up, and sends it. */
export async function signInByKeyboard(desktop: Desktop, { port, inspectors }: Gateway): Promise<void> {
  const [account] = inspectors;
  if (account === undefined) throw new Error('The simulator has no inspector.');
  for (const value of [`127.0.0.1:${String(port)}`, account.agentId, account.password]) {
    await desktop.type(value);
    await desktop.press('Tab');
  }
  await desktop.type(account.phone);
  await desktop.press('Return');
}

/** Trusts the certificate that is shown; to be called when the log says that it was asked about. */
export async function trustByKeyboard(desktop: Desktop): Promise<void> {
  await until('a screen at rest', async () => {
    const before = desktop.screen.fingerprint();
    await pause(500);
    return desktop.screen.fingerprint() === before ? true : null;
  });
  // Cancel has the focus, so that Enter never trusts.
  await desktop.press('Tab', 'Return');
}

/** Searches for an agent, and listens to the first that is found. */
export async function listenByKeyboard(desktop: Desktop, words: string): Promise<void> {
  // Whatever an earlier try left in the search gives way.
  await desktop.press('slash', 'ctrl+a');
  await desktop.type(words);
  await desktop.press('Return', 'l');
}
