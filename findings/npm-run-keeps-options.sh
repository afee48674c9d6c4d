#!/usr/bin/env bash
# Guess, written before the first run: of options that follow a script's name without --, npm keeps the ones that it knows
# itself (--dry-run), and takes one that it does not know whole: --dataset points becomes npm_config_dataset=points.
#
# Found (2026-11-30, npm 11.6.4): only the first. An option that npm does not know is kept as a flag, and the word after it
# is handed on alone, so that the script takes it for a file. Of --dry-run nothing is said at any level: the script runs
# without it, and writes.
# What follows for us: src/tools/workbookCommand.ts also reads the variables that npm sets for what it keeps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund npm@11.6.4
npm pkg set scripts.show='node show.mjs'
cat >show.mjs <<'JS'
console.log(process.argv.slice(2).join(' '), '|', process.env.npm_config_dry_run ?? '-', process.env.npm_config_dataset ?? '-')
JS
run() { ./node_modules/.bin/npm run --silent show "$@" 2>&1; }
seen=$(run file.xlsx --dry-run; run file.csv --dataset points; run file.csv -- --dataset points --dry-run)
expected='file.xlsx | true -
file.csv points | - true
file.csv --dataset points --dry-run | - -'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'npm no longer behaves as found.' >&2; exit 1; }
warned=$(./node_modules/.bin/npm run show file.xlsx --dry-run 2>&1 | grep -ci 'dry' || true)
echo "lines of npm that mention --dry-run: $warned"
[ "$warned" = 0 ] || { echo 'npm says now that it keeps --dry-run.' >&2; exit 1; }
