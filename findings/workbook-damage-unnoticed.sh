#!/usr/bin/env bash
# Guess, written before the first run: a library that only unpacks archives (fflate) may leave their checksums unread, but
# what opens a workbook for people (LibreOffice, gnumeric, SheetJS) notices when one of its bytes has changed on the way.
#
# Found (2026-11-30; fflate 0.8.3, @e965/xlsx 0.20.3, hucre 1.0.0, LibreOffice 7.4.7, gnumeric 1.12.55): none of the three
# does. All show the number 923456 where 123456 was entered, without a word; headless here, the last two only where they
# are installed. hucre refuses the file, as do Python's zipfile and unzip. fflate also cuts a part to the size that the
# archive claims for it, however long it is.
# What follows for us: src/workbook/readXlsx.ts compares the checksums itself before anything is read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3 @e965/xlsx@0.20.3 hucre@1.0.0
cat >run.mjs <<'JS'
import * as sheetJs from '@e965/xlsx'
import { writeFileSync } from 'node:fs'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
const whole = await writeXlsx({ sheets: [{ name: 'A', rows: [['123456']] }] })
// Stored without compression, so that the changed byte is one of the text.
const bytes = zipSync(unzipSync(whole), { level: 0 })
bytes.set([0x39], Buffer.from(bytes).indexOf('123456'))
writeFileSync('damaged.xlsx', bytes)
console.log('fflate', /\d{6}/.exec(strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']))[0])
console.log('SheetJS', sheetJs.utils.sheet_to_csv(sheetJs.read(bytes).Sheets.A))
console.log('hucre', await readXlsx(bytes).then(({ sheets }) => sheets[0].rows[0][0], ({ name }) => name))
const long = zipSync({ a: new Uint8Array(100_000) })
const view = new DataView(long.buffer)
for (let at = 0; at < long.length - 4; at++) {
  if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true)
}
console.log('fflate', unzipSync(long).a.length, 'of 100000')
JS
seen=$(node run.mjs)
expected='fflate 923456
SheetJS 923456
hucre ZipError
fflate 10 of 100000'
echo "$seen"
office() { # name, file of CSV
  echo "$1 $(cat "$2")"
  [ "$(cat "$2")" = 923456 ] || { echo "$1 no longer behaves as found." >&2; exit 1; }
}
if command -v soffice >/dev/null; then
  soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to csv --outdir office damaged.xlsx >/dev/null 2>&1
  office LibreOffice office/damaged.csv
fi
if command -v ssconvert >/dev/null; then
  ssconvert damaged.xlsx gnumeric.csv 2>/dev/null
  office gnumeric gnumeric.csv
fi
[ "$seen" = "$expected" ] || { echo 'The readers of workbooks no longer behave as found.' >&2; exit 1; }
