#!/bin/sh
# 把一个发布传到对象存储：先传名字随内容而变的文件，再传别的文件，最后传网页，然后才删旧的。用法见 docs/operations.md
#   object-store.sh 发布 远端      发布：npm run release 写出的文件夹；远端：rclone 的写法，例如 store:桶/lvzhi
# 旧网页要的脚本、样式、字体再留 GRACE_DAYS 天（平常三十天），网页和别的文件立刻删。
set -eu
export LC_ALL=C

fail() {
  printf '没有做成：%s\n' "$*" >&2
  exit 1
}

[ $# -eq 2 ] || {
  sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
  exit 1
}
for command in rclone sha256sum; do
  command -v "$command" >/dev/null || fail "这台机器没有 $command"
done
release=$1
remote=$2
types=$(dirname "$0")/mime.types
[ -f "$release/SHA256SUMS" ] || fail "$release 不是 npm run release 写出的文件夹：没有 SHA256SUMS"
(cd "$release" && sha256sum --check --quiet --strict SHA256SUMS) >&2 || fail "与 SHA256SUMS 不符，传坏了或改过"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A preview is stamped, and takes no published site's place. The first time there is no list, which rclone complains of.
last=$(rclone lsf "$remote/.published" 2>"$work/complaint" | sort | tail -n 1)
is=published
! grep -q '"preview": *true' "$release/manifest.json" || is=preview
case $last in
'') was=$is ;;
*-preview) was=preview ;;
*) was=published ;;
esac
[ "$is" = "$was" ] || fail "$release 与上次传的 ${last#*-}，一个是预览，一个不是；要传，换一个文件夹"

# One line for each file: stage, type, path. The store neither chooses between compressed forms nor reads _headers.
cut -c67- "$release/SHA256SUMS" | sed -n 's#^site/##p' | grep -vE '(\.(br|gz)|^_headers)$' | awk -v OFS='\t' '
  FNR == NR {
    sub(/;/, "")
    if ($1 ~ /\//) for (i = 2; i <= NF; i++) type[$i] = $1
    next
  }
  {
    end = $0
    sub(/^.*\./, "", end)
    stage = /^(_astro|type)\// ? 1 : end == "html" ? 3 : 2
    print stage, (end in type ? type[end] : "?"), $0
  }' "$types" - >"$work/files"
unknown=$(awk -F '\t' '$2 == "?" { print $3 }' "$work/files")
[ -z "$unknown" ] || fail "deploy/mime.types 里没有这些文件的类型：$unknown"

for stage in 1 2 3; do
  cache=no-cache
  [ "$stage" != 1 ] || cache='public, max-age=31536000, immutable'
  awk -F '\t' -v stage="$stage" '$1 == stage { print $2 }' "$work/files" | sort -u >"$work/stage"
  while IFS= read -r type; do
    awk -F '\t' -v stage="$stage" -v type="$type" '$1 == stage && $2 == type { print $3 }' \
      "$work/files" >"$work/some"
    case $type in
    text/* | */json | *+json | */xml | *+xml) type="$type; charset=utf-8" ;;
    esac
    # What is there already with the same content is left alone.
    rclone copy "$release/site" "$remote" --files-from-raw "$work/some" --checksum --no-traverse \
      --no-update-modtime --header-upload "Content-Type: $type" --header-upload "Cache-Control: $cache"
  done <"$work/stage"
done

# Each release leaves a list of its files, named by the time it was published. A file that is named by its content is
# needed as long as a page of its release may be open: until some days after the next release.
stamp() { date -u "$@" +%Y%m%dT%H%M%SZ; }
cut -f 3 "$work/files" >"$work/list"
rclone copyto "$work/list" "$remote/.published/$(stamp)-$(basename "$release")" --header-upload 'Content-Type: text/plain'
# Nothing is piped from rclone: its failure would not be noticed, and files that are needed would be deleted.
rclone lsf "$remote/.published" >"$work/lists"
sort -o "$work/lists" "$work/lists"
since=$(stamp -d "-${GRACE_DAYS:-30} days")
awk -v since="$since" 'before != "" && $0 < since { print before } { before = $0 }' "$work/lists" >"$work/past"
grep -vxFf "$work/past" "$work/lists" >"$work/recent"
while IFS= read -r list; do
  rclone cat "$remote/.published/$list"
done <"$work/recent" >"$work/kept"
grep -E '^(_astro|type)/' "$work/kept" | sort -u - "$work/list" >"$work/needed"
rclone lsf "$remote" --recursive --files-only --exclude '/.published/**' >"$work/there"
sort -o "$work/there" "$work/there"
comm -13 "$work/needed" "$work/there" >"$work/old"
sed 's#^#.published/#' "$work/past" >>"$work/old"
[ ! -s "$work/old" ] || rclone delete "$remote" --files-from-raw "$work/old"
printf '已传 %s，%s 个文件；删去 %s 个\n' "$(basename "$release")" "$(wc -l <"$work/files")" "$(wc -l <"$work/old")"
