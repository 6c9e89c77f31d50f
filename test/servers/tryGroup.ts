import type { DrivenEarshot, Opener } from './earshot/driven.ts';
import type { StaffedGateway } from './gateway.ts';
import { expectedOf, type Client, type Group, type Outcome, type Place, type Row, type World } from './row.ts';
import { work } from './shift.ts';

/** One row with one client. */
export interface Tried {
  readonly row: Row;
  readonly client: Client;
  readonly result: { readonly kind: 'came'; readonly outcome: Outcome } | { readonly kind: 'failed'; readonly why: string };
}

/** Whether a row came out as the table says. */
export function isAsExpected({ row, client, result }: Tried): boolean {
  return result.kind === 'came' && result.outcome === expectedOf(row, client);
}

/** Most of a shift is waiting for a held poll; more at once would make a busy machine slow, and polls late. */
const atOnce = 12;

/** Starts a group's servers, tries each of the rows with each client, and stops them. `tell` hears of every try. */
export async function tryGroup(
  group: Group,
  rows: readonly Row[],
  openers: ReadonlyMap<Client, Opener>,
  { world, gateway, tell }: { readonly world: World; readonly gateway: StaffedGateway; tell(tried: Tried): void },
): Promise<Tried[]> {
  const running = await group.start(world, rows);
  const waiting = rows.flatMap((row) =>
    [...openers].filter(([client]) => expectedOf(row, client) !== null).map(([client, opener]) => ({ row, client, opener })),
  );
  const all: Tried[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { row, client, opener } = next;
      const place = running.places.get(row);
      if (place === undefined) throw new Error(`${row.name} has no place.`);
      const tried = { row, client, result: await tryRow(row, place, opener, world, gateway) };
      all.push(tried);
      tell(tried);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    await running.stop();
  }
  return all;
}

async function tryRow(row: Row, place: Place, opener: Opener, world: World, gateway: StaffedGateway): Promise<Tried['result']> {
  const policy = { certificateAuthorityFile: world.certificates.authority.pem, ...row.settings, ...place.settings };
  let earshot: DrivenEarshot | null = null;
  try {
    earshot = await opener.open(place, policy);
    const outcome = await work(earshot, place.address, gateway.next(), gateway.simulator, row.shift);
    const fault = place.after?.() ?? null;
    return fault === null ? { kind: 'came', outcome } : { kind: 'failed', why: fault };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  } finally {
    await earshot?.close();
  }
}
