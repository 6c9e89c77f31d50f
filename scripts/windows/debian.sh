#!/usr/bin/env bash
# What a Debian machine needs to run Windows programs and to build and look at installers. As root; installs only what is missing.
set -euo pipefail

packages=(
  # Windows programs, 64-bit. The 32-bit ones' packages (wine32) exclude amd64 libraries of a security update.
  wine wine64 gcc-mingw-w64-x86-64-win32
  # installers: NSIS with the headers of its plug-ins (their stubs are 32-bit), MSI, what is signed
  nsis nsis-pluginapi gcc-mingw-w64-i686-win32 wixl msitools osslsigncode
  # AppImage and .deb
  squashfs-tools fakeroot desktop-file-utils gcc libc6-dev
  # a display to start what was installed on
  xvfb xauth
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ((${#missing[@]} == 0)); then exit 0; fi
if ! command -v apt-get >/dev/null || ((EUID != 0)); then
  echo "Missing: ${missing[*]}. On Debian, root installs them: bash scripts/windows/debian.sh" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends "${missing[@]}" >/dev/null
