import type { CommandName } from '../../../contract/commands.ts';
import type { SocketMessage } from '../../../contract/socket.ts';

/** What Electron's main process is told. `earshot`: which of its Earshots is meant. */
export type ToElectron =
  | {
      readonly kind: 'open';
      readonly earshot: number;
      readonly policy: Readonly<Record<string, unknown>>;
      readonly proxyScript: string | null;
    }
  | { readonly kind: 'command'; readonly earshot: number; readonly id: number; readonly command: CommandName; readonly input: unknown }
  | { readonly kind: 'close'; readonly earshot: number };

export type FromElectron =
  | { readonly kind: 'ready'; readonly electron: string }
  | { readonly kind: 'heard'; readonly earshot: number; readonly message: SocketMessage }
  | { readonly kind: 'closed'; readonly earshot: number };
