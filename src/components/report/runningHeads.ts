/** A part of the report: the id of its section, and the running head of its pages. */
export interface ReportPart {
  id: string
  head: string
}

/** A text as a CSS string, which cannot end the style element that holds it. */
export const cssString = (text: string) =>
  `"${text.replace(/["\\]/g, '\\$&').replaceAll('<', '\\3c ')}"`

/** Page rules that give every part its running head: the edition on the left, the part on the right. */
export function runningHeads(edition: string, parts: readonly ReportPart[]): string {
  return parts
    .map(({ id, head }) => {
      const left = `@top-left{content:${cssString(edition)}}`
      const right = `@top-right{content:${cssString(head)}}`
      return `#${id}{page:${id}}@page ${id}{${left}${right}}`
    })
    .join('')
}
