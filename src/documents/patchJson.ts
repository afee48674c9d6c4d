import { isDeepStrictEqual } from 'node:util'
import { type Node, parseTree } from 'jsonc-parser'

/** One property or element: its text, and which one of the old it is, if it is one of them. */
interface Item {
  text: string
  was: number | undefined
}

const indentAt = (text: string, offset: number): string => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? ''
}

/** A new value as the file writes those beside it: over several lines, or on one. */
function print(value: unknown, indent: string, isWide: boolean): string {
  if (!isWide) return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
  if (Array.isArray(value)) return `[${value.map((item) => print(item, indent, true)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = Object.entries(value).map(([key, each]) => `"${key}": ${print(each, indent, true)}`)
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`
}

/** A text whose values are replaced one by one; what is as it was stays as it was written, byte for byte. */
class Patch {
  readonly text: string
  /** The old element that a new element of a list was made from. */
  readonly originOf: (item: unknown) => unknown

  constructor(text: string, originOf: (item: unknown) => unknown) {
    this.text = text
    this.originOf = originOf
  }

  private slice(node: Node): string {
    return this.text.slice(node.offset, node.offset + node.length)
  }

  /** The text of an object or list whose parts changed: what stood between those that stay is kept. */
  private join(node: Node, parts: readonly Node[], items: readonly Item[]): string {
    const ends = parts.map(({ offset, length }) => offset + length)
    const [first] = parts
    const last = ends.at(-1)
    if (!first || last === undefined || items.length === 0) {
      const [open, close] = node.type === 'array' ? '[]' : '{}'
      if (items.length === 0) return `${open}${close}`
      const indent = indentAt(this.text, node.offset)
      const inner = items.map(({ text }) => `\n${indent}  ${text.replaceAll('\n', '\n  ')}`)
      return `${open}${inner.join(',')}\n${indent}${close}`
    }
    const open = this.text.slice(node.offset, first.offset)
    const close = this.text.slice(last, node.offset + node.length)
    const between = (index: number) => this.text.slice(ends[index], parts[index + 1]?.offset)
    const gaps = parts.slice(1).map((_, index) => between(index))
    // An empty line between two groups is no part of a list's layout.
    const usual = [...gaps, `,${open.slice(1) || ' '}`].toSorted((a, b) => a.length - b.length)[0]
    return items
      .map(({ text, was }, index) => {
        if (index === 0) return open + text
        const before = items[index - 1]?.was
        const isNext = was !== undefined && before !== undefined && was === before + 1
        return (isNext ? between(before) : usual) + text
      })
      .join('')
      .concat(close)
  }

  private printBeside(node: Node, sample: Node | undefined, value: unknown): string {
    const isWide =
      sample !== undefined && /^[[{]/.test(this.slice(sample)) && !this.slice(sample).includes('\n')
    return print(
      value,
      sample ? indentAt(this.text, sample.offset) : indentAt(this.text, node.offset),
      isWide,
    )
  }

  private list(node: Node, old: readonly unknown[], value: readonly unknown[]): string {
    const parts = node.children ?? []
    const places = new Map(old.map((item, index) => [item, index]))
    const hasOrigins = value.some((item) => places.has(this.originOf(item)))
    const items = value.map((item, index): Item => {
      const isRecord = typeof item === 'object' && item !== null
      const was = hasOrigins ? (places.get(this.originOf(item)) ?? -1) : isRecord ? index : -1
      const part = parts[was]
      return part
        ? { text: this.patch(part, old[was], item), was }
        : { text: this.printBeside(node, parts[0], item), was: undefined }
    })
    return this.join(node, parts, items)
  }

  private object(node: Node, old: object, value: object): string {
    const parts = node.children ?? []
    const nameOf = (part: Node) => part.children?.[0]?.value as string
    const names = parts.map(nameOf)
    const items: (Item & { name: string })[] = parts.flatMap((part, was) => {
      const name = names[was] as string
      const inner = part.children?.[1]
      if (!inner || !Object.hasOwn(value, name)) return []
      const before = this.text.slice(part.offset, inner.offset)
      const text = this.patch(
        inner,
        (old as Record<string, unknown>)[name],
        (value as Record<string, unknown>)[name],
      )
      return [{ name, was, text: before + text }]
    })
    const isWide = !this.slice(node).includes('\n')
    const indent = indentAt(this.text, parts[0]?.offset ?? node.offset)
    for (const [index, [name, inner]] of Object.entries(value).entries()) {
      if (names.includes(name)) continue
      const text = `"${name}": ${print(inner, indent, isWide)}`
      const follows = Object.keys(value)[index - 1]
      const at = items.findIndex((item) => item.name === follows) + 1
      items.splice(at, 0, { name, text, was: undefined })
    }
    return this.join(node, parts, items)
  }

  patch(node: Node, old: unknown, value: unknown): string {
    if (old === value || isDeepStrictEqual(old, value)) return this.slice(node)
    if (Array.isArray(old) && Array.isArray(value)) return this.list(node, old, value)
    const areObjects = [old, value].every(
      (each) => typeof each === 'object' && each !== null && !Array.isArray(each),
    )
    if (areObjects) return this.object(node, old as object, value as object)
    return print(value, indentAt(this.text, node.offset), false)
  }
}

/**
 * The text of a JSON file with another value in place of the one it has: what did not change keeps its very text, a new
 * record is laid out like those beside it. `originOf` tells from which of the old records a new one was made.
 */
export function patchJson(
  text: string,
  old: unknown,
  value: unknown,
  originOf: (item: unknown) => unknown = (item) => item,
): string {
  const root = parseTree(text)
  if (!root) throw new Error('不是 JSON')
  const end = root.offset + root.length
  return (
    text.slice(0, root.offset) + new Patch(text, originOf).patch(root, old, value) + text.slice(end)
  )
}
