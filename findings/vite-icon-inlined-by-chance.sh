#!/usr/bin/env bash
# Vite 8.3.8: whether a small picture that a page links as its icon and a module imports is written into the module or beside it depends on
# which of the two is processed first, so that two builds of the same files can differ.
#
# A page's icon is never inlined, a module's picture of less than 4 KiB is. The answer is kept by the picture's file alone, and the second
# who asks gets what the first one got. Where page and module belong to different entries, or the machine is busy, either may be first.
#
# What helps: import the picture with `?no-inline`, which is another id.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --no-audit --no-fund --silent vite@8.3.8
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>' >icon.svg
echo '<!doctype html><link rel="icon" href="./icon.svg"><title>Links the icon</title>' >linking.html
echo '<!doctype html><title>Imports it</title><script type="module" src="./importing.js"></script>' >importing.html
cat >build.mjs <<'EOF'
import { build } from 'vite';
const [late, query] = process.argv.slice(2);
const { writeFileSync } = await import('node:fs');
writeFileSync('importing.js', `import icon from './icon.svg${query ?? ''}'; document.title = icon;`);
const lateness = {
  name: 'one of them comes later',
  enforce: 'pre',
  load: async (id) => {
    if (id.endsWith(late)) await new Promise((resolve) => setTimeout(resolve, 1_000));
    return null;
  },
};
const { output } = await build({
  configFile: false,
  logLevel: 'silent',
  plugins: [lateness],
  build: { write: false, rolldownOptions: { input: ['linking.html', 'importing.html'] } },
});
const code = output.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join();
console.log(code.includes('data:image/svg+xml') ? 'written into the module' : 'beside it');
EOF
changed=0
expect() {
  local answer
  answer=$(node build.mjs "${@:2}")
  echo "later: $2, query: ${3:-none}: $answer"
  [ "$answer" = "$1" ] || changed=1
}
expect 'beside it' importing.html
expect 'written into the module' linking.html
expect 'beside it' importing.html '?no-inline'
expect 'beside it' linking.html '?no-inline'
exit "$changed"
