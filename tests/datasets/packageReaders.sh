#!/usr/bin/env bash
# Reads every resource of a built data package with the readers that npm has; they are too large and too old to test
# with at each run. Fails where one cannot be read.
#   bash tests/datasets/packageReaders.sh [dist/2025/data]
set -euo pipefail
package=$(realpath "${1:-dist/2025/data}")/datapackage.json
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund datapackage@1.1.10 frictionless.js@0.13.4
cat >read.cjs <<'JS'
const { Package } = require('datapackage')
const { Dataset } = require('frictionless.js')
const collect = async (rows) => {
  const all = []
  for await (const row of rows) all.push(row)
  return all
}
const report = async (reader, resources, read) => {
  const refused = []
  for (const resource of resources)
    await read(resource).catch((error) => refused.push(`${resource.descriptor.name}: ${[error, ...(error.errors ?? [])].join('; ')}`))
  console.log(`${reader}: ${resources.length - refused.length} of ${resources.length} resources read`, ...refused.map((line) => `\n  ${line}`))
  if (refused.length > 0) process.exitCode = 1
}
const run = async (path) => {
  const { resources } = await Package.load(path)
  await report('datapackage 1.1.10', resources, (resource) => resource.read())
  const dataset = await Dataset.load(path)
  await report('frictionless.js 0.13.4', dataset.resources, async (file) => {
    const [head] = await collect(await file.rows({ keyed: false }))
    const names = file.descriptor.schema.fields.map(({ name }) => name)
    if (head.join() !== names.join()) throw new Error(`its columns are ${JSON.stringify(head)}`)
  })
}
run(process.argv[2])
JS
node read.cjs "$package"
