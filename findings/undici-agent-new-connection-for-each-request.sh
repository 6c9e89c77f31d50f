#!/usr/bin/env bash
# undici 7.30.2: after one answer with `Connection: close`, an Agent opens a new connection for every later request.
#
# A server ends its first connection as HTTP/1.1 has it (RFC 9112, 9.6), and keeps every later one open. 40 requests follow each
# other, each sent when the answer before it was read to its end. An Agent makes 40 connections: it counts the end of the first
# against the dispatcher that has taken its place (lib/dispatcher/agent.js), and closes that, and so on for good. A Pool or a Client for the same origin
# goes on with the connection that it has. Over TLS each costs a handshake; nothing fails, so that nobody notices.
#
# What helps, where there is one origin: a Pool or a Client in place of the Agent.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --no-audit --no-fund --silent undici@7.30.2
echo "undici $(node -p "require('./node_modules/undici/package.json').version"), Node.js $(node --version)"

cat >count.mjs <<'JS'
import { createServer } from 'node:net';
import { Agent, Client, Pool, request } from 'undici';

const requests = 40;

async function connectionsOf(dispatcherFor) {
  let connections = 0;
  let answered = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      answered += 1;
      const ends = answered === 1;
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 2\r\n${ends ? 'connection: close\r\n' : ''}\r\n{}`);
      if (ends) socket.end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const dispatcher = dispatcherFor(origin);
  for (let sent = 0; sent < requests; sent += 1) {
    const { body } = await request(`${origin}/`, { dispatcher });
    await body.text();
  }
  await dispatcher.destroy();
  server.close();
  return connections;
}

const agent = await connectionsOf(() => new Agent());
const pool = await connectionsOf((origin) => new Pool(origin));
const client = await connectionsOf((origin) => new Client(origin));
console.log(`connections for ${requests} requests: Agent ${agent}, Pool ${pool}, Client ${client}`);
process.exit(agent === requests && pool < 5 && client < 5 ? 0 : 1);
JS
node count.mjs
