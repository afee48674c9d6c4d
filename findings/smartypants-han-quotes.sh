#!/usr/bin/env bash
# Guess, written before the library was run by itself (a page that showed two closing quotes had been seen before):
# straight quotes are paired wherever no letter of a western word stands before them, so that only a quote right after
# a Latin letter or digit is at risk.
#
# Found (2026-11-30, retext-smartypants 6.2.0, which Astro's `smartypants` uses): a straight quote opens only after a
# space, a mark or the start of the text. Han text has no spaces, so a quoted term in the middle of a clause gets two
# closing quotes, single quotes too, while the same term after a comma or colon is right. In one paragraph both occur.
# What follows for us: astro.config.mjs leaves `smartypants` off, and src/prose/pairQuotes.ts pairs quotes in turn.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund retext@9.0.0 retext-smartypants@6.2.0
cat >run.mjs <<'JS'
import { retext } from 'retext'
import smartypants from 'retext-smartypants'
const texts = ['开展"民主评议"工作', '办理后，"民主评议"结果', "提出'三同步'要求"]
const seen = await Promise.all(
  texts.map(async (text) => String(await retext().use(smartypants).process(text))),
)
console.log(seen.join('\n'))
process.exit(seen.join('|') === '开展”民主评议”工作|办理后，“民主评议”结果|提出’三同步’要求' ? 0 : 1)
JS
node run.mjs || { echo 'retext-smartypants no longer behaves as found.' >&2; exit 1; }
