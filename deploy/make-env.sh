#!/bin/sh
# usage: sh deploy/make-env.sh [FILE]
# Writes .env, or FILE, from .env.example with a fresh secret for each name that has to have one. Never overwrites.
set -eu
cd "$(dirname "$0")/.."
target=${1:-.env}

if [ -e "$target" ]; then
  echo "$target is there already and stays as it is: its secrets belong to the data that exists." >&2
  exit 1
fi

new_secret() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

umask 077
while IFS= read -r line; do
  case $line in
    [A-Z]*=) echo "$line$(new_secret)" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <.env.example >"$target.new"
mv "$target.new" "$target"
echo "$target is written, readable by you alone. Next: docker compose up -d --scale worker=2" >&2
