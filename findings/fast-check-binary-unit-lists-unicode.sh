#!/usr/bin/env bash
# fast-check 4.10.2: `fc.string({ unit: 'binary' })` writes down every character of Unicode when it is made, before it gives any text.
#
# To know which of its texts for known troubles ("__proto__" and the like) are made of the unit's characters, it asks the unit for the place
# of each of their characters; the unit answers from a map of all 1.1 million, which the process keeps: more than 60 MB, and half a second
# of a core's time. `unit: 'grapheme'`, the default, and a unit of one's own that counts a character's place cost next to nothing, and
# give and simplify texts alike.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --no-audit --no-fund --silent fast-check@4.10.2
cat >make.mjs <<'EOF'
import fc from 'fast-check';

const place = (text) => {
  const [character, ...others] = String(text);
  if (character === undefined || others.length > 0) throw new Error('not one character');
  const code = character.codePointAt(0);
  return code < 0xd800 ? code : code - 0x800;
};
const counted = fc.nat({ max: 0x10ffff - 0x800 }).map((nth) => String.fromCodePoint(nth < 0xd800 ? nth : nth + 0x800), place);

const megabytes = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
};
const costOf = (make) => {
  const before = megabytes();
  make();
  return megabytes() - before;
};
// The first of all brings what every text needs.
fc.string();
const cost = {
  default: costOf(() => fc.string()),
  grapheme: costOf(() => fc.string({ unit: 'grapheme' })),
  'of its own': costOf(() => fc.string({ unit: counted })),
  binary: costOf(() => fc.string({ unit: 'binary' })),
};
for (const [unit, mb] of Object.entries(cost)) console.log(`unit ${unit}: ${mb > 60 ? 'more than 60' : mb < 10 ? 'less than 10' : mb.toFixed(0)} MB kept`);
const same = cost.binary > 60 && cost.default < 10 && cost.grapheme < 10 && cost['of its own'] < 10;
process.exit(same ? 0 : 1);
EOF
node --expose-gc make.mjs
