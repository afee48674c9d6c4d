#!/usr/bin/env bash
# Publishes two releases to a local S3 server with deploy/object-store.sh: the order of uploads, the headers of every
# object, what old pages still find, and what is deleted. Needs rclone; the server is too large to install for each test.
#   bash tests/publish/objectStore.sh [dist]
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH=$PWD/node_modules/.bin:$PATH
site=$(realpath "${1:-dist}")
script=$PWD/deploy/object-store.sh
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
wrong=0
expect() { [ "$2" = "$3" ] || { echo "✗ $1: $2, expected $3"; wrong=1; }; }

node --input-type=module -e "
import { makeRelease } from '$PWD/src/bench/makeRelease.ts'
import { writeVariantSite } from '$PWD/src/bench/variantSite.ts'
for (const name of ['a', 'b']) {
  await writeVariantSite('$site', '$folder/site-' + name, name)
  makeRelease('$folder/2025-' + name, '$folder/site-' + name)
}"

cd "$folder"; touch none
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @20minutes/s3rver@5.0.0
cat >serve.cjs <<'JS'
const S3rver = require('@20minutes/s3rver')
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: 'objects', configureBuckets: [{ name: 'site' }] })
server.on('event', ({ Records: [{ eventName, s3 }] }) => console.log(eventName, s3.object.key))
server.run().then(({ port }) => console.log(`port ${port}`))
JS
node serve.cjs >>requests 2>&1 &
server=$!
until port=$(sed -n 's/^port //p' requests) && [ -n "$port" ]; do sleep 0.1; done
# rclone refuses every store while it is set.
unset AWS_CA_BUNDLE
export RCLONE_CONFIG=$folder/none RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other
export RCLONE_CONFIG_STORE_ENDPOINT=http://127.0.0.1:$port
export RCLONE_CONFIG_STORE_ACCESS_KEY_ID=S3RVER RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=S3RVER
remote=store:site/lvzhi

# The kinds of what was uploaded, in the order of their first and last.
order() {
  sed -n 's#^ObjectCreated:Put lvzhi/##p' requests |
    sed -E 's#^(_astro|type)/.*#assets#; s#.*\.html$#pages#; s#^\.published/.*#list#; /^(assets|pages|list)$/!s#.*#files#' | uniq | tr '\n' ' '
}
listing() { rclone lsf "$remote" --recursive --files-only --exclude '/.published/**' | sort; }
wanted() { (cd "$1/site" && find . -type f ! -name '*.br' ! -name '*.gz' ! -name _headers | cut -c3- | sort); }

bash -c "$script 2025-a $remote"
expect 'order of uploads' "$(order)" 'assets files pages list '
expect 'objects of the first release' "$(listing | sha256sum)" "$(wanted 2025-a | sha256sum)"
for file in index.html 2025/data/indicators.csv site.webmanifest "$(cd 2025-a/site && find type -name '*.woff2' | head -n 1)"; do
  rclone lsjson --metadata "$remote/$file" | node -e "
    const [{ Metadata: m, MimeType }] = JSON.parse(require('fs').readFileSync(0, 'utf8'))
    console.log('  $file:', m['content-type'] ?? MimeType, '|', m['cache-control'])"
done

: >requests
sleep 1
bash -c "$script 2025-b $remote"
expect 'only what has changed is uploaded' "$(order)" 'assets pages list '
both=$({ wanted 2025-b; wanted 2025-a | grep -E '^(_astro|type)/'; } | sort -u)
expect 'old pages still find their files' "$(listing)" "$both"

: >requests
sleep 1
GRACE_DAYS=0 bash -c "$script 2025-b $remote"
expect 'nothing but the list is uploaded again' "$(order)" 'list '
expect 'objects after the days of grace' "$(listing)" "$(wanted 2025-b)"

rm 2025-b/site/index.html
! bash -c "$script 2025-b $remote" 2>/dev/null || expect 'a damaged release' published refused
[ "$wrong" = 0 ] && echo "✓ rclone $(rclone version | sed -n '1s/rclone v//p')"
exit "$wrong"
