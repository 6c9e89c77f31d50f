#!/usr/bin/env bash
# tools.sh FOLDER 7ZIP: what electron-builder would download to make installers, from Debian's packages and stand-ins of our own.
# FOLDER/nsis for ELECTRON_BUILDER_NSIS_DIR, FOLDER/plugins for ELECTRON_BUILDER_NSIS_RESOURCES_DIR, FOLDER/appimage for
# APPIMAGE_TOOLS_PATH, FOLDER/fpm for CUSTOM_FPM_PATH. 7ZIP: the folder of npm's 7zip-bin. Shared by all clones, so that what lies
# in one of them comes by the environment (EARSHOT_FPM, EARSHOT_FPM_NODE). For tests only.
set -euo pipefail
folder=$1 seven=$2
here=$(cd "$(dirname "$0")" && pwd)
# What it was made by: made anew when that changed.
recipe=$(cat "$here/tools.sh" "$here"/standins/*.c | sha256sum)
[[ $(cat "$folder/ready" 2>/dev/null) == "$recipe" ]] && exit 0
rm -rf "$folder"
mkdir -p "$folder"

for kind in i686:x86-unicode:ia32 x86_64:amd64-unicode:x64; do
  IFS=: read -r processor target cpu <<<"$kind"
  mkdir -p "$folder/plugins/plugins/$target"
  # Nsis7z carries the program that unpacks.
  echo "1 RCDATA \"$seven/win/$cpu/7za.exe\"" >"$folder/$target.rc"
  "$processor-w64-mingw32-windres" "$folder/$target.rc" -O coff -o "$folder/$target.res"
  for name in StdUtils UAC nsProcess WinShell SpiderBanner Nsis7z; do
    resource=()
    [[ $name == Nsis7z ]] && resource=("$folder/$target.res")
    "$processor-w64-mingw32-gcc" -O2 -s -shared -static-libgcc "-DPLUGIN_$name" "$here/standins/nsisPlugins.c" "${resource[@]}" \
      -o "$folder/plugins/plugins/$target/$name.dll" -L"/usr/$processor-w64-mingw32/lib/nsis" "-lpluginapi-$target" \
      -lole32 -luuid -lshell32 -lpropsys -lshlwapi
  done
done

# Debian's NSIS with these plug-ins beside its own. 64-bit installers: Wine's 32-bit half is not there.
mkdir -p "$folder/nsis"
cp -r /usr/share/nsis "$folder/nsis/share"
cp "$folder"/plugins/plugins/x86-unicode/* "$folder/nsis/share/Plugins/x86-unicode/"
cp "$folder"/plugins/plugins/amd64-unicode/* "$folder/nsis/share/Plugins/amd64-unicode/"
cat >"$folder/nsis/makensis" <<SH
#!/usr/bin/env bash
export NSISDIR=$folder/nsis/share NSISCONFDIR=$folder/nsis/share
exec /usr/bin/makensis '-XTarget amd64-unicode' "\$@"
SH
chmod +x "$folder/nsis/makensis"

mkdir -p "$folder/appimage/linux-x64" "$folder/appimage/lib/x64"
ln -s "$(command -v mksquashfs)" "$folder/appimage/linux-x64/mksquashfs"
ln -s "$(command -v desktop-file-validate)" "$folder/appimage/linux-x64/desktop-file-validate"
gcc -O2 -s -static "$here/standins/appImageRuntime.c" -o "$folder/appimage/runtime-x64"
# What marks an AppImage.
printf 'AI\x02' | dd of="$folder/appimage/runtime-x64" bs=1 seek=8 conv=notrunc status=none
printf '#!/bin/sh\nexec "$EARSHOT_FPM_NODE" "$EARSHOT_FPM" "$@"\n' >"$folder/fpm"
chmod +x "$folder/fpm"
echo "$recipe" >"$folder/ready"
