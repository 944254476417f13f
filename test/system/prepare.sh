#!/bin/sh
# Installs what the tests need from the system and npm cannot bring: PostgreSQL, Chromium, fonts for Chinese and emoji.
# Safe to run again: what is there is left alone. Tests whose part is still missing are skipped and say so.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }
has_postgres() { has postgres || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }
has_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

if ! has apt-get; then
  echo 'prepare: no apt-get here. Please install PostgreSQL 15 or newer, Chromium, Noto CJK and Noto Color Emoji yourself.'
  exit 0
fi

missing=''
has_postgres || missing="$missing postgresql"
has_chromium || missing="$missing chromium"
has_package fonts-noto-cjk || missing="$missing fonts-noto-cjk"
has_package fonts-noto-color-emoji || missing="$missing fonts-noto-color-emoji"

if [ -z "$missing" ]; then
  echo 'prepare: everything is there.'
  exit 0
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then
  if ! has sudo || ! sudo -n true 2>/dev/null; then
    echo "prepare: missing:$missing. Run this script as root to install them."
    exit 0
  fi
  as_root='sudo -n'
fi

echo "prepare: installing$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
# shellcheck disable=SC2086 # each word is a package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
echo 'prepare: done.'
