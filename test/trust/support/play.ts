import type { Attempt, RawAttempt } from './attempt.ts';
import type { Certificates } from './certificates.ts';
import type { RawRow } from './rawRows.ts';
import type { Row } from './rows.ts';
import { startTlsServer } from './server.ts';

/** Serves a row's certificate, has it tried, and says what came of it and how many bytes of a request arrived. */
export async function play(
  row: Row,
  made: Certificates,
  attempt: (wanted: Attempt) => Promise<string>,
): Promise<{ outcome: string; heard: number }> {
  const server = await startTlsServer(row.served(made), row.server);
  const authority = `127.0.0.1:${String(server.port)}`;
  const prints = (of: Row['pinned']): string[] => (of?.(made) ?? []).map(({ fingerprint }) => fingerprint);
  const outcome = await attempt({
    port: server.port,
    settings: row.settings?.(made, authority) ?? {},
    pins: {
      ...(row.pinned === undefined ? {} : { [authority]: prints(row.pinned) }),
      ...(row.pinnedAtOtherPort === undefined ? {} : { [`127.0.0.1:${String(server.port - 1)}`]: prints(row.pinnedAtOtherPort) }),
    },
    authorityFile: row.authorityFile?.(made) ?? null,
  });
  await server.close();
  return { outcome, heard: server.heard() };
}

export async function playRaw(row: RawRow, made: Certificates, attempt: (wanted: RawAttempt) => Promise<string>): Promise<string> {
  const server = await startTlsServer(row.served(made));
  const outcome = await attempt({ port: server.port, ...row.options(made) });
  await server.close();
  return outcome;
}
