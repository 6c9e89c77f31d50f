/**
 * Node's HTTP. Not imported: an ES module's import asks for each of its exports, and Node.js (22.5 on) runs its whole built-in fetch for
 * those of WebSocket, ten times of what the rest costs (findings/node-import-of-http-loads-built-in-fetch.sh).
 */
export const http = process.getBuiltinModule('node:http');
