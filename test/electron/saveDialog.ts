import type { Desktop } from '../support/desktop/desktop.ts';
import { expect } from './fixtures.ts';

/** The window that stands before the main one: the system's dialog asking where a file shall be. */
async function dialogOpened(desktop: Desktop): Promise<void> {
  const main = await desktop.window('Earshot');
  await expect
    .poll(async () => [main?.id, '0x0', ''].includes(await desktop.activeWindow()), { message: 'a dialog is in front' })
    .toBe(false);
}

const dialogClosed = async (desktop: Desktop): Promise<void> => {
  const main = await desktop.window('Earshot');
  await expect.poll(() => desktop.activeWindow(), { message: 'the dialog is gone' }).toBe(main?.id);
};

/** Answers the system's own dialog as a person does: types the file's name, presses Enter. */
export async function answerDialog(desktop: Desktop, file: string): Promise<void> {
  await dialogOpened(desktop);
  // The proposed name is marked: what is typed takes its place.
  await desktop.press('ctrl+a');
  await desktop.type(file);
  await desktop.press('Return');
  await dialogClosed(desktop);
}

/** Puts the dialog away. */
export async function cancelDialog(desktop: Desktop): Promise<void> {
  await dialogOpened(desktop);
  await desktop.press('Escape');
  await dialogClosed(desktop);
}
