import type { Nodes, Parents, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/** Blocks whose inline content is a single text. */
const blocks = new Set(['paragraph', 'heading', 'tableCell'])

interface Leaf {
  node: Nodes
  parent: Parents
}

function leavesOf(parent: Parents): Leaf[] {
  return parent.children.flatMap((node): Leaf[] =>
    'children' in node && node.children.length > 0 ? leavesOf(node) : [{ node, parent }],
  )
}

/** Characters that are separated by spaces; between any others a line break adds none. */
const western = /[\p{Script=Latin}\p{Script=Greek}\p{Nd}!-/:-@[-`{-~]/u

const textOf = (node: Nodes | undefined) => (node?.type === 'text' ? node.value : '')

/** The two texts before and after a line break, each with its position in the file. */
function split(node: Text, at: number, source: string): [Text, Text] {
  const { position } = node
  const before = { ...node, value: node.value.slice(0, at) }
  const after = { ...node, value: node.value.slice(at + 1) }
  if (!position) return [before, after]
  const start = position.start.offset ?? 0
  const raw = source.slice(start, position.end.offset)
  // A character reference is longer in the file than its value, so the start of the second text is found by counting
  // line breaks.
  const written = raw.indexOf('\n')
  const indent = /^[ \t]*/.exec(raw.slice(written + 1))?.[0].length ?? 0
  const begin = {
    line: position.start.line + 1,
    column: indent + 1,
    offset: start + written + 1 + indent,
  }
  before.position = { start: position.start, end: { ...begin, offset: start + written } }
  after.position = { start: begin, end: position.end }
  return [before, after]
}

/**
 * Remark plugin: a line break inside a paragraph becomes nothing next to Chinese characters, punctuation and
 * components, and a space only between western words; a browser would show a space every time.
 */
export function joinLines() {
  return (tree: Root, file: { value?: unknown }): void => {
    const source = String(file.value ?? '')
    visit(tree, (block) => {
      if (!blocks.has(block.type)) return
      const leaves = leavesOf(block as Parents)
      for (let index = 0; index < leaves.length; index++) {
        const { node, parent } = leaves[index] as Leaf
        if (node.type !== 'text') continue
        const at = node.value.indexOf('\n')
        if (at < 0) continue
        const before = node.value.slice(0, at) || textOf(leaves[index - 1]?.node)
        const after = node.value.slice(at + 1) || textOf(leaves[index + 1]?.node)
        const [head, tail] = split(node, at, source)
        if (western.test([...before].at(-1) ?? '') && western.test([...after][0] ?? '')) {
          head.value += ' '
        }
        const parts = [head, tail].filter(({ value }) => value !== '')
        parent.children.splice(parent.children.indexOf(node as never), 1, ...(parts as never[]))
        // The text after the line break may contain another one.
        leaves.splice(index, 1, ...parts.map((part) => ({ node: part, parent })))
        if (parts[0] !== head) index--
      }
    })
  }
}
