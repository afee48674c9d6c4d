#!/usr/bin/env bash
# Guess, written before the first run: of an element without a class getAttribute('class') gives null in linkedom, as
# browsers give.
#
# Found (2026-11-29, linkedom 0.18.15): it gives an empty string, for SVG and HTML alike, while hasAttribute('class') is
# false and getAttribute('x') is null. Code that asks `getAttribute('class') ?? inherited`, as one does when a chart
# drawn at build time by a library such as Observable Plot is walked from a group to its shapes, takes every shape for
# one with a class of its own, and what the group says is lost without an error.
# What follows for us: src/charts/parts/flatten.ts takes an empty class for none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15
cat >run.mjs <<'JS'
import { parseHTML } from 'linkedom'
const { document } = parseHTML('<html><body></body></html>')
const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
const paragraph = document.createElement('p')
const seen = [
  shape.getAttribute('class'),
  shape.hasAttribute('class'),
  shape.getAttribute('x'),
  paragraph.getAttribute('class'),
]
console.log(JSON.stringify(seen))
process.exit(JSON.stringify(seen) === '["",false,null,""]' ? 0 : 1)
JS
node run.mjs || { echo 'linkedom no longer behaves as found.' >&2; exit 1; }
