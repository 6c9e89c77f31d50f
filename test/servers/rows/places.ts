import { freePorts } from '../program.ts';
import type { Place, Row } from '../row.ts';

/** A row with a port of its own. */
export interface Placed<R extends Row> {
  readonly row: R;
  readonly port: number;
}

export async function placed<R extends Row>(rows: readonly R[]): Promise<Placed<R>[]> {
  const ports = await freePorts(rows.length);
  return rows.map((row, at) => ({ row, port: ports[at] ?? 0 }));
}

export function placesOf<R extends Row>(
  each: readonly Placed<R>[],
  more: (placed: Placed<R>) => Partial<Place> = () => ({}),
): Map<Row, Place> {
  return new Map(each.map((here) => [here.row, { address: `127.0.0.1:${String(here.port)}`, ...more(here) }]));
}
