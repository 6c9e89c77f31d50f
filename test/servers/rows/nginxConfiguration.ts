import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AuthorityForm, MadeCertificate, Row, World } from '../row.ts';
import type { Placed } from './places.ts';

export interface NginxRow extends Row {
  /** `of an authority` unless told otherwise. */
  readonly certificate?: string;
  /** Lines of its `server`; `{ended}` is a port on which nothing listens, `{inAnHour}` an HTTP date. */
  readonly lines?: readonly string[];
  /** In place of handing requests on to the gateway. */
  readonly answer?: string;
  /** So many requests may share a connection; looked for in nginx's log when the shift is over. */
  readonly requestsAConnection?: number;
  /** How the authority's file is written; PEM unless told otherwise. */
  readonly authorityFile?: AuthorityForm;
  /** `localhost`, so that the client says a name (SNI). */
  readonly byName?: boolean;
}

export const logOf = (folder: string, port: number): string => path.join(folder, `access-${String(port)}.log`);

export function configuration(folder: string, servers: readonly string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  return `daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
events { worker_connections 1000; }
http {
  ${temporary.join('\n  ')}
  access_log off;
  log_format connections '$connection $connection_requests $request_method $status';
  proxy_ssl_verify off;
  ${servers.join('\n')}
}
`;
}

export function serverOf(
  { row, port }: Placed<NginxRow>,
  world: World,
  certificate: MadeCertificate,
  folder: string,
  ended: number,
): string {
  const words = row.lines ?? [];
  const listen = `listen 127.0.0.1:${String(port)} ssl${words.includes('http2') ? ' http2' : ''};`;
  const filled = (text: string): string =>
    text.replace('{authority}', world.certificates.authority.pem).replace('{inAnHour}', new Date(Date.now() + 3_600_000).toUTCString());
  const lines = words.filter((line) => line.endsWith(';')).map(filled);
  const upstream = words.includes('down') ? ended : world.gatewayPort;
  const handOn = `proxy_pass https://127.0.0.1:${String(upstream)}; proxy_http_version 1.1; proxy_set_header Connection "";`;
  const files = [`ssl_certificate ${certificate.chain};`, `ssl_certificate_key ${certificate.key};`];
  const location = `location / { ${filled(row.answer ?? handOn)} }`;
  const log = `access_log ${logOf(folder, port)} connections;`;
  if (!words.includes('named')) return `server { ${[listen, ...files, ...lines, log, location].join(' ')} }`;
  const nameless = `server { ${listen} ${lines.join(' ')} }`;
  return `${nameless} server { ${[listen, 'server_name localhost;', ...files, log, location].join(' ')} }`;
}

/** What is wrong with the connections of a shift; null: they were used as long as nginx let them. */
export function connectionsIn(log: string, atMost: number): string | null {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  const connections = new Set(lines.map((line) => line.split(' ')[0])).size;
  // Polls, and what is asked beside them, run side by side: the last connection of each is not used up.
  const enough = Math.ceil(lines.length / atMost) + 4;
  return connections <= enough ? null : `${String(connections)} connections for ${String(lines.length)} requests`;
}
