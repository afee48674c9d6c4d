#!/bin/sh
# 在服务器上换网站：一次换完，读者看到的不是旧的就是新的。用法见 docs/operations.md
#   publish.sh 发布 网站          发布：npm run release 写出的文件夹，或它的 .tar、.tar.gz、.zip
#   publish.sh rollback 网站 [名字]  换回前一个发布，或换到留着的某一个
#   publish.sh takedown 网站 网址…   撤下网页、图版、文件；写 all 撤下全站
#   publish.sh restore 网站 [网址…]  恢复撤下的；不写网址，全部恢复
#   publish.sh status 网站          正在用哪一个，留着哪些，撤下了什么
# 网站是一个文件夹，nginx 发它下面的 current/。
set -eu
umask 022

# 留几个发布
keep=5
# 名字随内容而变的文件在哪里：留着的各个发布的都一直能取，打开着旧网页的人不缺文件
named_by_content='_astro type'

say() { printf '%s\n' "$*"; }
fail() {
  printf '没有做成：%s\n' "$*" >&2
  exit 1
}
note() { printf '%s %s %s\n' "$(date +%Y-%m-%dT%H:%M:%S%z)" "$(id -un)" "$*" >>log; }

# The lock is kept by this process and whatever it runs, so it ends with them, however they end.
enter() {
  [ -d "$1" ] || fail "没有文件夹 $1"
  cd -- "$1"
  exec 9>.lock
  flock -n 9 || fail "另一个发布正在进行，等它做完再来"
  mkdir -p releases served
  rm -rf .work
  mkdir .work
  trap 'rm -rf .work' EXIT
}

serving() { readlink current 2>/dev/null | sed 's#^served/##; s#+[0-9]*$##'; }
needs_serving() { [ -n "$(serving)" ] || fail "这里还没有发布过"; }

# The releases that are kept, oldest first.
kept() {
  for sums in releases/*/SHA256SUMS; do
    [ ! -f "$sums" ] || stat -c '%Y %n' "$sums"
  done | sort -n | cut -d/ -f2
}

unpack() {
  mkdir .work/new
  case $1 in
  *.zip) unzip -q -- "$1" -d .work/new || fail "解不开 $1" ;;
  *.tar | *.tar.* | *.tgz) tar -xf "$1" -C .work/new --no-same-owner || fail "解不开 $1" ;;
  *) cp -R -- "$1" .work/new/ ;;
  esac
  sums=$(find .work/new -maxdepth 2 -name SHA256SUMS)
  [ -f "$sums" ] || fail "$1 不是 npm run release 写出的：没有 SHA256SUMS，或不止一个"
  new=${sums%/SHA256SUMS}
  name=$(basename "$new")
  [ "$new" != .work/new ] || name=$(basename "$1" | sed 's/\.\(zip\|tgz\|tar\(\.[a-z0-9]*\)\?\)$//')
  case $name in
  .* | *[!A-Za-z0-9._-]*) fail "发布的名字 $name 里只可以有字母、数字和 -、_、." ;;
  esac
  chmod -R u=rwX,go=rX "$new"
}

verify() {
  others=$(find "$1" ! -type f ! -type d)
  [ -z "$others" ] || fail "里面有链接之类，不是文件：$others"
  (cd "$1" && sha256sum --check --quiet --strict SHA256SUMS) >&2 || fail "与 SHA256SUMS 不符，传坏了或改过，重传一次"
  (cd "$1" && find . -type f ! -path ./SHA256SUMS | cut -c3- | LC_ALL=C sort) >.work/found
  cut -c67- "$1/SHA256SUMS" | LC_ALL=C sort >.work/listed
  cmp -s .work/found .work/listed || fail "里面的文件与 SHA256SUMS 列的不一样多"
  for page in index 404; do
    [ -f "$1/site/$page.html" ] || fail "没有 site/$page.html"
  done
}

# A release is built for one path: at another, no link and no script of it would be found. A preview is stamped, and
# takes no published site's place.
fits() {
  is_serving=$(serving)
  [ -n "$is_serving" ] || return 0
  for key in base preview; do
    values=$(grep -hom 1 "\"$key\": *[^,]*" "$1/manifest.json" "releases/$is_serving/manifest.json" | sort -u)
    [ "$(say "$values" | wc -l)" -eq 1 ] ||
      fail "$name 与正在用的 $is_serving，一个是给别的路径生成的，或是预览：$values；要换，先建一个新的文件夹"
  done
}

# The time of SHA256SUMS is the order of publishing. Servers name a version of a file by its time and size, so that no
# two releases may have the same time.
stamp() {
  now=$(date +%s)
  last=$(stat -c %Y releases/*/SHA256SUMS 2>/dev/null | sort -n | tail -n 1)
  [ "$now" -gt "${last:-0}" ] || now=$((last + 1))
  find "$1" -exec touch -d "@$now" {} +
}

# Takes away a page with all below it, or a figure with its pictures and data, or a file with its compressed forms; with a
# page go the pictures that are shown with its link.
withdraw() {
  if [ "$1" = all ]; then
    rm -rf .work/view
    mkdir .work/view
    cat >.work/view/404.html <<'PAGE'
<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>暂停服务</title>
<h1>暂停服务</h1>
<p>本栏目正在维护，请稍后再来。
PAGE
  else
    (cd .work/view && find . -path "./$1/*" -name index.html | cut -c3-) | while IFS= read -r page; do
      rm -f ".work/view/share/$(say "${page%/index.html}" | tr / -)".*
    done
    rm -rf -- ".work/view/$1" ".work/view/$1".*
  fi
}

# Serves a release: its files, what pages of the other releases may still need, less what is taken down. It is put
# together beside what is served now, which one rename replaces.
show() {
  mkdir .work/view
  for site in releases/*/site; do
    for folder in $named_by_content; do
      [ ! -d "$site/$folder" ] || cp -alf "$site/$folder" .work/view/
    done
  done
  cp -alf "releases/$1/site/." .work/view/
  [ ! -f takendown ] || while IFS= read -r path; do withdraw "$path"; done <takendown
  was=$(readlink current || true)
  number=$(find served -mindepth 1 -maxdepth 1 -name '*+*' | sed 's/.*+//' | sort -n | tail -n 1)
  is="served/$1+$((${number:-0} + 1))"
  sync -f .work
  mv -T .work/view "$is"
  ln -s "$is" .work/current
  mv -T .work/current current
  # The tree before may still be read by a request under way.
  for view in served/*; do
    [ "$view" = "$is" ] || [ "$view" = "$was" ] || mv "$view" .work/
  done
}

publish() {
  [ -e "$1" ] || fail "没有 $1"
  release=$(realpath -- "$1")
  enter "$2"
  unpack "$release"
  verify "$new"
  fits "$new"
  if [ -d "releases/$name" ]; then
    cmp -s "$new/SHA256SUMS" "releases/$name/SHA256SUMS" || fail "已经有内容不同的 $name，换一个版本号"
    stamp "releases/$name/SHA256SUMS"
  else
    stamp "$new"
    mv -T "$new" "releases/$name"
  fi
  kept | head -n "-$keep" | while IFS= read -r old; do
    [ "$old" = "$name" ] || [ "$old" = "$(serving)" ] || mv "releases/$old" .work/
  done
  show "$name"
  note "publish $name"
  say "已发布 $name"
}

rollback() {
  enter "$1"
  needs_serving
  name=${2:-$(kept | sed "/^$(serving | sed 's/\./\\./g')\$/,\$d" | tail -n 1)}
  [ -n "$name" ] || fail "$(serving) 之前没有留着的发布"
  [ -f "releases/$name/SHA256SUMS" ] || fail "没有留着 $name；留着的有 $(kept | tr '\n' ' ')"
  show "$name"
  note "rollback $name"
  say "已换到 $name"
}

is_published() { [ -e "releases/$(serving)/site/$1" ]; }
is_withdrawn() { grep -qxF -- "$1" .work/takendown; }

# The path in the site of an address, which may be copied from a browser with the host and the site's own path, and must
# be one that a function knows.
locate() {
  path=${1%%[?#]*}
  case $path in
  *..*) fail "网址里不可以有 .." ;;
  https://* | http://*)
    path=${path#*://}
    above=$(grep -om 1 '"base": *"[^"]*' "releases/$(serving)/manifest.json")
    # A slash for the host, and one for each part of the site's own path.
    while [ "$above" != "${above#*/}" ]; do
      path=${path#*/} above=${above#*/}
    done
    ;;
  esac
  path=${path#/} path=${path%/}
  "$2" "$path" || fail "$3"
  [ -n "$path" ] || fail "$1 是全站；撤下全站写 all"
  say "$path"
}

takedown() {
  enter "$1"
  needs_serving
  shift
  [ $# -gt 0 ] || fail "没有写撤下哪个网址"
  touch takendown
  cp takendown .work/takendown
  for address; do
    path=all
    [ "$address" = all ] || path=$(locate "$address" is_published "没有 $address；撤下全站写 all")
    is_withdrawn "$path" || say "$path" >>.work/takendown
    note "takedown $path"
  done
  mv -T .work/takendown takendown
  show "$(serving)"
  say "已撤下，restore 以前一直如此，换了发布也是："
  sed 's/^/  /' takendown
  mentions
}

# What still leads to, or shows, something that is taken down.
mentions() {
  while IFS= read -r path; do
    [ "$path" != all ] || continue
    pages=$(cd current/ && grep -rlF --include='*.html' -- "/$path" . | cut -c3-)
    [ -z "$pages" ] || say "这些网页里还有 $path 的链接，图也可能还在里面，要撤就接着撤：" "
$pages"
  done <takendown
  say "检索、数据文件、全册 PDF 里可能还有它的文字，它的照片在 photos/ 里另有网址；要全部去掉，撤下全站，或换一个没有它的发布。"
}

restore() {
  enter "$1"
  needs_serving
  shift
  touch takendown
  cp takendown .work/takendown
  [ $# -gt 0 ] || : >.work/takendown
  for address; do
    path=$(locate "$address" is_withdrawn "$address 没有撤下")
    grep -vxF -- "$path" .work/takendown >.work/left || true
    mv -T .work/left .work/takendown
  done
  mv -T .work/takendown takendown
  show "$(serving)"
  note "restore ${*:-all}"
  say "已恢复"
}

status() {
  [ -d "$1" ] || fail "没有文件夹 $1"
  cd -- "$1"
  say "正在用：$(serving)"
  say "留着的，从旧到新：$(kept | tr '\n' ' ')"
  if [ -s takendown ]; then say "撤下的：$(tr '\n' ' ' <takendown)"; fi
}

[ $# -ge 2 ] || {
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 1
}
for command in flock realpath sha256sum tar; do
  command -v "$command" >/dev/null || fail "这台机器没有 $command"
done
case $1 in
rollback | takedown | restore | status) "$@" ;;
*) publish "$@" ;;
esac
