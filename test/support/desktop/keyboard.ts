import { run, type Environment } from './processes.ts';

/** Types into the window that has the focus, as a person at the keyboard does. */
export async function typeText(env: Environment, text: string): Promise<void> {
  await run('xdotool', ['type', '--delay', '15', '--', text], env);
}

/** Presses keys one after the other, by their X names: `Tab`, `Return`, `slash`. */
export async function pressKeys(env: Environment, keys: readonly string[]): Promise<void> {
  await run('xdotool', ['key', '--delay', '60', ...keys], env);
}
