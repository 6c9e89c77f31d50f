#!/usr/bin/env bash
# npm 11.19.1: `npm sbom --omit=dev` leaves out a library that is shipped, where a tool needs it as well.
#
# tslib 2.8.1 is a plain entry of "dependencies"; the lock file does not mark it as "dev", and `npm ls --omit=dev` lists it.
# In the bill of materials it is missing as soon as one of "devDependencies" (asn1js 3.0.6) depends on it, too; without that
# tool it is there. The same happens without the option where NODE_ENV=production, which means --omit=dev. No warning,
# exit status 0. A bill of materials that is published so names fewer libraries than are shipped.
#
# What helps: --include=dev, and leaving out what the lock file marks as "dev" oneself.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir tool shop
npm install --prefix tool --no-audit --no-fund --silent npm@11.19.1
npm() { node "$folder/tool/node_modules/npm/bin/npm-cli.js" "$@"; }
echo "npm $(npm --version)"

bill() { npm sbom --package-lock-only --sbom-format cyclonedx "$@" | grep -o '"bom-ref": "[^"]*"' | cut -d'"' -f4 | sort | tr '\n' ' '; }
lock() {
  printf '{"name":"shop","version":"1.0.0","license":"MIT","dependencies":{"tslib":"2.8.1"},"devDependencies":{%s}}' "$1" >package.json
  rm -f package-lock.json
  npm install --package-lock-only --no-audit --no-fund --silent
}
cd shop

lock ''
alone=$(bill --omit=dev)
lock '"asn1js":"3.0.6"'
shared=$(bill --omit=dev)
production=$(NODE_ENV=production bill)
whole=$(bill --include=dev)
listed=$(npm ls --package-lock-only --omit=dev --parseable --long | grep -c 'tslib@2.8.1' || true)

echo "without the tool:            $alone"
echo "with the tool:               $shared"
echo "with it, NODE_ENV=production: $production"
echo "with it, --include=dev:      $whole"
echo "lines of tslib in npm ls --omit=dev: $listed"

[[ $alone == *tslib@2.8.1* ]] && [[ $shared != *tslib@* ]] && [[ $production != *tslib@* ]] && [[ $whole == *tslib@2.8.1* ]] && [[ $listed -ge 1 ]]
