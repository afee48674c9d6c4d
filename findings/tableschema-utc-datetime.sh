#!/usr/bin/env bash
# Guess, written before the first run: a `date` of a Table Schema is read as midnight in UTC, in whatever zone the reader
# is. (That a `datetime` with a closing Z is the same instant everywhere was not even asked.)
#
# Found (2026-11-30, npm tableschema 1.12.6, as datapackage 1.1.10 uses it): neither. The Z, which the default format
# requires, is matched as a letter and then ignored: the time is taken for that of the reader's zone. 2025-03-05T09:30:00Z
# is 01:30Z in Shanghai, 17:30Z in Los Angeles, and right on a server in UTC, where one would test it; no error anywhere.
# A `date` is local midnight: toISOString() tells the day before in all of China. (An offset, +08:00, is refused.)
# What follows for us: times and days are strings in the data package.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat >run.cjs <<'JS'
const { Field } = require('tableschema')
const cast = (type, text) => new Field({ name: 'at', type }).castValue(text).toISOString()
console.log(process.env.TZ, cast('datetime', '2025-03-05T09:30:00Z'), cast('date', '2025-03-05'))
JS
seen=$(for zone in UTC Asia/Shanghai America/Los_Angeles; do TZ=$zone node run.cjs; done)
expected='UTC 2025-03-05T09:30:00.000Z 2025-03-05T00:00:00.000Z
Asia/Shanghai 2025-03-05T01:30:00.000Z 2025-03-04T16:00:00.000Z
America/Los_Angeles 2025-03-05T17:30:00.000Z 2025-03-05T08:00:00.000Z'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'tableschema no longer behaves as found.' >&2; exit 1; }
