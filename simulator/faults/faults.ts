import { z } from 'zod';

/** What a line does to the bytes of one direction. Null: nothing of the kind. */
export interface LineFaults {
  readonly latencyMs: number;
  /** Up to so much more latency, drawn again for each piece; bytes never overtake each other. */
  readonly jitterMs: number;
  readonly bandwidthBytesPerSecond: number | null;
  /** At most so many bytes at a time, that often. */
  readonly slowDrip: { readonly bytes: number; readonly everyMs: number } | null;
  /** The connection ends once so many more bytes have passed, counted from now or from its beginning. */
  readonly cutAfterBytes: number | null;
}

/** What a proxy does to its connections. */
export interface Faults {
  readonly toServer: LineFaults;
  readonly toClient: LineFaults;
  /** `lost`: nothing passes, connections stay open and new ones hang; `up` again, what was held goes on. */
  readonly link: 'up' | 'lost';
  /** Whose bytes are swallowed. A connection that has lost some stays so: what would follow makes no sense. */
  readonly halfOpen: 'off' | 'server' | 'client';
  /** New connections are refused; those that are open stay. */
  readonly refuse: boolean;
}

/** A change of some faults; what stands outside `toServer` and `toClient` goes for both directions. */
export type FaultsChange = Partial<Omit<Faults, 'toServer' | 'toClient'>> &
  Partial<LineFaults> & { readonly toServer?: Partial<LineFaults>; readonly toClient?: Partial<LineFaults> };

const noLineFaults: LineFaults = { latencyMs: 0, jitterMs: 0, bandwidthBytesPerSecond: null, slowDrip: null, cutAfterBytes: null };

/** A proxy that one does not notice. */
export const noFaults: Faults = { toServer: noLineFaults, toClient: noLineFaults, link: 'up', halfOpen: 'off', refuse: false };

const anHour = 3_600_000;
const mostBytes = 1_000_000_000;
const milliseconds = z.number().min(0).max(anHour);
const someBytes = z.int().min(1).max(mostBytes);

const lineFields = {
  latencyMs: milliseconds.exactOptional(),
  jitterMs: milliseconds.exactOptional(),
  bandwidthBytesPerSecond: someBytes.nullable().exactOptional(),
  slowDrip: z
    .strictObject({ bytes: someBytes, everyMs: z.number().min(1).max(anHour) })
    .nullable()
    .exactOptional(),
  cutAfterBytes: z.int().min(0).max(mostBytes).nullable().exactOptional(),
};

/** A change of faults that comes from outside. */
export const faultsChange = z.strictObject({
  ...lineFields,
  toServer: z.strictObject(lineFields).exactOptional(),
  toClient: z.strictObject(lineFields).exactOptional(),
  link: z.literal(['up', 'lost']).exactOptional(),
  halfOpen: z.literal(['off', 'server', 'client']).exactOptional(),
  refuse: z.boolean().exactOptional(),
}) satisfies z.ZodType<FaultsChange>;

/** These faults with a change; throws when the change makes no sense. */
export function changedFaults(faults: Faults, change: FaultsChange): Faults {
  const { toServer, toClient, link, halfOpen, refuse, ...both } = faultsChange.parse(change);
  return {
    toServer: { ...faults.toServer, ...both, ...toServer },
    toClient: { ...faults.toClient, ...both, ...toClient },
    link: link ?? faults.link,
    halfOpen: halfOpen ?? faults.halfOpen,
    refuse: refuse ?? faults.refuse,
  };
}
