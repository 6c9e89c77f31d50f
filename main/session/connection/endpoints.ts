import type { GatewayAddress } from '../../gateway/address.ts';

/** The addresses at which a session may be found: the one that was signed in to, then the backups, in turn. */
export interface GatewayEndpoints {
  present(): GatewayAddress;
  /** Whether the present address is the one that last answered for the session. */
  isHome(): boolean;
  /** Goes to the next address; false when there is no other. */
  moveOn(): boolean;
  /** The present address answered for the session: it is the home now. */
  settle(): void;
}

/** `backups` is read at each move, so that a changed setting counts at once. */
export function createEndpoints(first: GatewayAddress, backups: () => readonly GatewayAddress[]): GatewayEndpoints {
  let present = first;
  let home = first;
  return {
    present: () => present,
    isHome: () => present.authority === home.authority,
    moveOn: () => {
      const all = [first, ...backups()].filter(
        (address, index, list) => list.findIndex((other) => other.authority === address.authority) === index,
      );
      const next = all[(all.findIndex((address) => address.authority === present.authority) + 1) % all.length] ?? first;
      const moved = next.authority !== present.authority;
      present = next;
      return moved;
    },
    settle: () => {
      home = present;
    },
  };
}
