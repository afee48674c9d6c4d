/** A part of the report: the id of its section, and what its pages carry at the head. */
export interface ReportPart {
  id: string
  head: string
}

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Page rules that give every part its running head: the edition on the left, the part on the right. */
export function runningHeads(edition: string, parts: readonly ReportPart[]): string {
  return parts
    .map(({ id, head }) => {
      const left = `@top-left{content:${quote(edition)}}`
      const right = `@top-right{content:${quote(head)}}`
      return `#${id}{page:${id}}@page ${id}{${left}${right}}`
    })
    .join('')
}
