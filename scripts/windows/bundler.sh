#!/usr/bin/env bash
# bundler.sh FOLDER VERSION: Rolldown's WebAssembly build, for Vitest on Windows' Node.js under Wine, where its native one does not load.
set -euo pipefail
folder=$1 version=$2
[[ -f $folder/ready ]] && exit 0
mkdir -p "$folder"
echo '{ "private": true }' >"$folder/package.json"
# Forced, as npm takes it for another processor's.
(cd "$folder" && npm install --force --ignore-scripts --no-audit --no-fund --loglevel=error "@rolldown/binding-wasm32-wasi@$version")
touch "$folder/ready"
