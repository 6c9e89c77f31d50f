import type { CommandName } from './commands.ts';

/** Electron's IPC channel of a command, which is invoked on it. */
export function commandChannel(name: CommandName): string {
  return `earshot:${name}`;
}

/** Sent by main, once the page has asked with `attach` (no payload, a command's answer); the present state comes first. */
export const streamChannels = {
  attach: 'earshot:attach',
  state: 'earshot:state',
  roster: 'earshot:roster',
} as const;
