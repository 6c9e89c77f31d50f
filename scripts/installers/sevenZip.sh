#!/usr/bin/env bash
# sevenZip.sh FOLDER: 7-Zip for Linux and Windows, from npm's 7zip-bin. For tests only.
set -euo pipefail
folder=$1
[[ -f $folder/package.json ]] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent --ignore-scripts 7zip-bin@5.2.0 >/dev/null && tar xzf ./*.tgz)
chmod +x "$work"/package/linux/*/7za
mkdir -p "$(dirname "$folder")"
rm -rf "$folder"
mv "$work/package" "$folder"
