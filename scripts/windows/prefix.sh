#!/usr/bin/env bash
# prefix.sh FOLDER: a Wine prefix (a Windows of its own) on which Earshot's tests can rely. Left alone where it is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export WINEPREFIX=$1 WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d'
# What it was made by: made anew when that changed.
recipe=$(cat "$here/prefix.sh" "$here/findstr.c" | sha256sum)
[[ $(cat "$WINEPREFIX/earshot-ready" 2>/dev/null) == "$recipe" ]] && exit 0

rm -rf "$WINEPREFIX"
mkdir -p "$(dirname "$WINEPREFIX")"
wineboot -i >/dev/null 2>&1 </dev/null
wine winecfg -v win10 >/dev/null 2>&1 </dev/null
# From build 16299 on libuv asks for quick failures on the loopback by an ioctl that Wine 8 lacks: no connection would succeed.
for name in CurrentBuild CurrentBuildNumber; do
  wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion' /v $name /d 15063 /f >/dev/null 2>&1 </dev/null
done
# Wine 8's powershell.exe and findstr.exe are stubs that say yes: an installer then believes that Earshot is running.
find "$WINEPREFIX" -iname powershell.exe -delete
x86_64-w64-mingw32-gcc -O2 -s "$here/findstr.c" -o "$WINEPREFIX/drive_c/windows/system32/findstr.exe"
# Wine makes the desktop and the like of its user links to those of this machine's: what is installed there must not come here.
find "$WINEPREFIX/drive_c/users" -type l | while read -r link; do
  rm "$link"
  mkdir "$link"
done
/usr/lib/wine/wineserver64 -w
echo "$recipe" >"$WINEPREFIX/earshot-ready"
