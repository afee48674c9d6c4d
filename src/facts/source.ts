import type { SourceReference } from '../schemas/observation.ts'

/** The place of a source reference in words: 原文第二部分第1段，“30余位委员”. */
export function wordSource(source: SourceReference): string {
  const place =
    source.section === '图注'
      ? `图注第${source.paragraph}条`
      : `${source.section}第${source.paragraph}段`
  return `原文${place}，“${source.phrase}”`.replace(/“([^“”]*)“([^”]*)”/g, '“$1‘$2’')
}
