#!/usr/bin/env bash
# Guess, written before the first run: a `base` in Han works in Astro written either way, as it is or percent-encoded,
# in the build and in the development server alike.
#
# Found (2026-11-30, astro 7.3.4): neither way works in both. Written as it is, `/履职/`, everything is built, but the
# development server answers 404 to every page below it. Percent-encoded, the server does so too, and the build dies of
# an endpoint with a parameter: `TypeError: Missing parameter`. And in a build `import.meta.env.BASE_URL` is what was
# written while `Astro.url.pathname` is percent-encoded, so that the one is never the beginning of the other.
# What follows for us: src/site.ts encodes the base of every link, astro.config.mjs hands it over decoded, and
# src/tools/dev.ts serves such a site at the root.
set -euo pipefail
folder=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
export ASTRO_TELEMETRY_DISABLED=1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund astro@7.3.4
mkdir -p src/pages
cat >src/pages/index.astro <<'ASTRO'
<p>{import.meta.env.BASE_URL} {Astro.url.pathname}</p>
ASTRO
cat >'src/pages/[name].txt.ts' <<'TS'
export const getStaticPaths = () => [{ params: { name: 'a' } }]
export const GET = () => new Response('a')
TS
encoded=/%E5%B1%A5%E8%81%8C/
port=4931
try() {
  rm -rf dist
  local built page
  built=$(npx astro build --base "$1" 2>&1) && built=built
  built=$(grep -om1 '^built$\|Missing parameter' <<<"$built")
  node node_modules/astro/bin/astro.mjs dev --base "$1" --port "$port" >/dev/null 2>&1 &
  server=$!
  page=$(curl -s --retry 40 --retry-delay 1 --retry-connrefused -o /dev/null -w '%{http_code}' "http://localhost:$port$2")
  kill "$server"
  wait "$server" 2>/dev/null || true
  port=$((port + 1))
  echo "$1: $built, dev $page"
}
seen=$(
  try /lvzhi/ /lvzhi/
  try /履职/ "$encoded"
  grep -o '<p>.*</p>' dist/index.html
  try "$encoded" "$encoded"
)
expected="/lvzhi/: built, dev 200
/履职/: built, dev 404
<p>/履职/ $encoded</p>
$encoded: Missing parameter, dev 404"
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'Astro no longer behaves as found.' >&2; exit 1; }
