#!/usr/bin/env bash
# Node.js 24.21.0: `import 'node:http'` in an ES module loads and runs the whole built-in fetch client (undici); `require('node:http')`
# does not.
#
# node:http has getters (WebSocket, CloseEvent, MessageEvent) that load the client when they are first asked for. To an ES module a
# built-in module's exports are given by value, so that the import asks for every one of them, also where a single other name is
# imported. It costs about nine times what the module itself does (here, of a core's time: 32 ms against 3.5); node:https,
# node:net and node:tls are free of it. Others have met it as a slow start: nodejs/node#59686, open.
#
# What helps where a start has to be quick: process.getBuiltinModule('node:http'), or createRequire of node:module.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --no-audit --no-fund --silent node@24.21.0
node() { "$folder/node_modules/node/bin/node" "$@"; }
echo "Node.js $(node --version)"

loaded='console.log(process.moduleLoadList.some((name) => name.includes("deps/undici")) ? "loaded" : "not loaded")'
changed=0
expect() {
  local answer
  answer=$(node --input-type="$3" --eval "$4;$loaded")
  echo "$1: built-in fetch is $answer"
  [ "$answer" = "$2" ] || changed=1
}
expect "import { createServer } from 'node:http'" "loaded" module 'import { createServer } from "node:http"'
expect "require('node:http')" "not loaded" commonjs 'require("node:http")'
expect "process.getBuiltinModule('node:http')" "not loaded" module 'process.getBuiltinModule("node:http")'
expect "import { request } from 'node:https'" "not loaded" module 'import { request } from "node:https"'

cat >cost.mjs <<'EOF'
const cost = async (load) => {
  const before = process.cpuUsage();
  await load();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
// Without the getters first: the second then pays for them alone.
const module = await cost(() => process.getBuiltinModule('node:http'));
const facade = await cost(() => import('node:http'));
console.log(`a core's time: the module ${module.toFixed(1)} ms, its import ${facade.toFixed(1)} ms more`);
EOF
node cost.mjs
exit "$changed"
