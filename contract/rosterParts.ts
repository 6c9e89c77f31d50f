import { unpacked } from './packedRows.ts';
import type { RosterMessage, RosterRow, RowsMessage } from './roster.ts';

/**
 * Puts messages together of the parts in which they came. `parse` reads a message, and each part as if it were one; null: it is none.
 * Gives `partly` while parts are still to come, and null for what is no message or does not follow on what came: then nothing is held of it.
 */
export function createRosterJoiner(parse: (message: unknown) => RosterMessage | null): (sent: unknown) => RosterMessage | 'partly' | null {
  let begun: RowsMessage | null = null;
  let rows: RosterRow[] = [];
  let parts = 0;

  function forget(): void {
    begun = null;
    rows = [];
    parts = 0;
  }

  return (sent) => {
    const packed = unpacked(sent);
    if (packed === null) return parse(sent);
    if (packed.part === 0) forget();
    const message = parse(packed.message);
    if (message === null || message.kind === 'details' || !followsOn(message, packed.part)) {
      forget();
      return null;
    }
    const given = message.kind === 'snapshot' ? message.rows : message.changed;
    if (begun === null && packed.last) return message;
    begun ??= message;
    for (const row of given) rows.push(row);
    parts += 1;
    if (!packed.last) return 'partly';
    const whole = begun.kind === 'snapshot' ? { ...begun, rows } : { ...begun, changed: rows };
    forget();
    return whole;
  };

  function followsOn({ kind, revision }: RowsMessage, part: number): boolean {
    return part === parts && (begun === null || (begun.kind === kind && begun.revision === revision));
  }
}
