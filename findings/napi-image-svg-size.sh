#!/usr/bin/env bash
# Guess, written before the first run: @napi-rs/image draws an SVG in the size that its width and height state, as resvg
# does on which it is built.
#
# Found (2026-11-28, @napi-rs/image 1.15.0, its linux-x64-gnu binary): only from 1,000 px on. An SVG whose larger side
# is shorter is doubled until it is not, without a word and with no option to say otherwise: 400 x 200 becomes
# 1600 x 800, 600 x 300 becomes 1200 x 600, an icon of 32 x 32 becomes 1024 x 1024. 1000 x 500 and 500 x 1500 stay.
# What follows for us: src/pictures/rasterize.ts draws smaller pictures with resvg itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @napi-rs/image@1.15.0
cat >run.cjs <<'JS'
const { Transformer } = require('@napi-rs/image')
const sizeOf = (width, height) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#a00"/></svg>`
  const { width: drawn, height: tall } = Transformer.fromSvg(svg).metadataSync()
  return `${width}x${height} -> ${drawn}x${tall}`
}
console.log([[32, 32], [400, 200], [600, 300], [1000, 500], [500, 1500]].map(([w, h]) => sizeOf(w, h)).join('\n'))
JS
seen=$(node run.cjs)
expected='32x32 -> 1024x1024
400x200 -> 1600x800
600x300 -> 1200x600
1000x500 -> 1000x500
500x1500 -> 500x1500'
echo "$seen"
[ "$seen" = "$expected" ] || { echo '@napi-rs/image no longer behaves as found.' >&2; exit 1; }
