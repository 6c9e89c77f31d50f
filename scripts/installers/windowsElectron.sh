#!/usr/bin/env bash
# windowsElectron.sh FOLDER: a real Electron for Windows, 4.0.4 from npm's electron-prebuilt-win, to be packed into installers.
# Too old for Earshot's main process, which it therefore does not start. For tests only.
set -euo pipefail
folder=$1
[[ -f $folder/electron.exe ]] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent --ignore-scripts electron-prebuilt-win@4.0.4 >/dev/null && tar xzf ./*.tgz)
echo "7192a5a082e6bb0e2b266a36615309ce2c2d2a27091935b1ec2faa59be9cc0d5  $work/package/dist/electron.exe" | sha256sum -c --quiet
# Not Electron's own.
rm -rf "$work/package/dist/resources/node_modules"
mkdir -p "$(dirname "$folder")"
mv "$work/package/dist" "$folder"
