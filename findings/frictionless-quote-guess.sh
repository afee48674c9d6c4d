#!/usr/bin/env bash
# Guess, made of the standard before the reader's source was seen: where a data package states no CSV dialect,
# frictionless.js takes the one the standard then prescribes, comma and double quote.
#
# Found (2026-11-30, frictionless.js 0.13.4): it guesses from the file. Where texts stand between apostrophes, it takes
# the apostrophe for the quote: they come back without theirs, no error; and if another text of the same file has a
# comma, the double quotes around it no longer count and the file is refused. An empty dialect ({}) stops the guessing.
# Chinese texts rarely hold apostrophes, but a CSV that guards spreadsheets from formulas puts them before texts.
# What follows for us: src/datasets/dataPackage.ts states the dialect.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund frictionless.js@0.13.4
cat >run.cjs <<'JS'
const { writeFileSync } = require('node:fs')
const { Dataset } = require('frictionless.js')
const files = {
  apostrophes: "id,a,b\n1,'甲','乙'\n2,'丙','丁'\n",
  comma: `id,a,b\n1,'甲','乙'\n2,"戊,己",庚\n`,
}
const schema = { fields: ['id', 'a', 'b'].map((name) => ({ name, type: 'string' })) }
const resources = Object.keys(files).flatMap((name) =>
  [undefined, {}].map((dialect) => ({ name, path: `${name}.csv`, format: 'csv', encoding: 'utf-8', schema, dialect })),
)
async function run() {
  for (const [name, text] of Object.entries(files)) writeFileSync(`${name}.csv`, text)
  writeFileSync('datapackage.json', JSON.stringify({ name: 'example', resources }))
  for (const file of (await Dataset.load(`${process.cwd()}/datapackage.json`)).resources) {
    const rows = []
    try {
      for await (const row of await file.rows({ keyed: false })) rows.push(row.join('|'))
    } catch (error) {
      rows.push(error.message)
    }
    console.log(file.descriptor.name, file.descriptor.dialect ? '{}' : 'none', rows.slice(1).join(' / '))
  }
}
run()
JS
seen=$(node run.cjs)
expected="apostrophes none 1|甲|乙 / 2|丙|丁
apostrophes {} 1|'甲'|'乙' / 2|'丙'|'丁'
comma none 1|甲|乙 / Invalid Record Length: expect 3, got 4 on line 3
comma {} 1|'甲'|'乙' / 2|戊,己|庚"
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'frictionless.js no longer behaves as found.' >&2; exit 1; }
