import type { Errands } from './errands.ts';

/** Types into the window that has the focus, as a person at the keyboard does. */
export async function typeText({ run }: Errands, text: string): Promise<void> {
  await run('xdotool', ['type', '--delay', '15', '--', text]);
}

/** Turns the mouse's wheel up once, over this place of the screen, while a key is held. */
export async function wheelUp({ run }: Errands, [x, y]: readonly [number, number], held: string): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y), 'keydown', held, 'click', '4', 'keyup', held]);
}

/** Presses keys one after the other, by their X names: `Tab`, `Return`, `slash`. */
export async function pressKeys({ run }: Errands, keys: readonly string[]): Promise<void> {
  await run('xdotool', ['key', '--delay', '60', ...keys]);
}

/** Clicks with the mouse's right button at this place of the screen. */
export async function rightClick({ run }: Errands, [x, y]: readonly [number, number]): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y), 'click', '3']);
}
