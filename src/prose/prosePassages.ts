import type { Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { offsetWithin, positionAt } from '../documents/position.ts'
import { closingEdge, objectCharacter, openingEdge, type Passage } from './passage.ts'

/** A component or tag in MDX, inside a paragraph or between paragraphs. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement

/** Whether a node is a component or tag. */
export const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'

/** The range of a node in the file. */
export function rangeOf(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

interface Run {
  text: string
  range: readonly [number, number]
}

/** The texts below a node, in reading order; markup is dropped, components become object characters. */
function runsOf(node: Nodes): Run[] {
  const range = rangeOf(node)
  if (node.type === 'text' || node.type === 'inlineCode') return [{ text: node.value, range }]
  if (node.type === 'break') return [{ text: '\n', range }]
  const children =
    'children' in node ? node.children.flatMap((child) => runsOf(child as Nodes)) : []
  if (!isElement(node)) return children
  if (children.length === 0) return [{ text: objectCharacter, range }]
  return [{ text: openingEdge, range }, ...children, { text: closingEdge, range }]
}

function passageOf(file: string, source: string, runs: readonly Run[]): Passage {
  const starts: number[] = []
  let text = ''
  for (const run of runs) {
    starts.push(text.length)
    text += run.text
  }
  return {
    kind: 'prose',
    file,
    text,
    positionOf: (index, length) => {
      const at = starts.findLastIndex((start) => start <= index)
      const run = runs[at]
      if (!run) return positionAt(source, 0)
      const inner = index - (starts[at] as number)
      return positionAt(source, offsetWithin(source, run.range, run.text, inner, length))
    },
  }
}

/** Every text in a chapter's prose: paragraphs, headings, cells, code, descriptions of images. */
export function prosePassages(file: string, source: string, tree: Root): Passage[] {
  const passages: Passage[] = []
  const add = (runs: Run[]) => passages.push(passageOf(file, source, runs))
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      add(runsOf(node))
    }
    if (node.type === 'code') add([{ text: node.value, range: rangeOf(node) }])
    if ('alt' in node && node.alt) add([{ text: node.alt, range: rangeOf(node) }])
    if ('title' in node && node.title) add([{ text: node.title, range: rangeOf(node) }])
    if (!isElement(node)) return
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name === 'id') continue
      if (typeof attribute.value !== 'string') continue
      add([{ text: attribute.value, range: rangeOf(attribute as unknown as Nodes) }])
    }
  })
  return passages
}
