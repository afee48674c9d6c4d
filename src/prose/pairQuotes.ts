import type { Nodes, Parents, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

const marks = { '"': ['“', '”'], "'": ['‘', '’'] } as const
const isStraight = (character: string) => Object.hasOwn(marks, character)

const textsOf = (parent: Parents): Text[] =>
  parent.children.flatMap((node: Nodes) =>
    node.type === 'text' ? [node] : 'children' in node ? textsOf(node) : [],
  )

/**
 * Remark plugin: straight quotes in a paragraph or heading become alternately opening and closing quotes (“ ” and ‘ ’);
 * an apostrophe inside a western word stays.
 */
export function pairQuotes() {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'heading'], (block) => {
      const open = new Set<string>()
      for (const node of textsOf(block as Parents)) {
        node.value = node.value.replace(/["'“”‘’]/g, (mark, at: number) => {
          const [before = '', after = ''] = [node.value[at - 1], node.value[at + 1]]
          if (/['’]/.test(mark) && /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)) return mark
          const name = /["“”]/.test(mark) ? '"' : "'"
          const [opening, closing] = marks[name]
          const opens = isStraight(mark) ? !open.has(name) : mark === opening
          if (opens) open.add(name)
          else open.delete(name)
          return opens ? opening : closing
        })
      }
    })
  }
}
