import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'

type Element = MdxJsxFlowElement | MdxJsxTextElement

const attribute = (element: Element, name: string) =>
  element.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name)?.value

const element = (name: string, attributes: Record<string, string>, children: RootContent[] = []) =>
  ({
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children,
  }) as MdxJsxFlowElement

/** Blocks that take the full width; everything else belongs to the text column. */
const wide = new Set(['Figure', 'Plate'])

const closing = /^[，。、；：！？）》”’」』…]+/
const opening = /[（《“‘「『]+$/

/** Keeps the punctuation around an inline number on the number's line. */
function keepPunctuation(paragraph: Paragraph): void {
  const children: PhrasingContent[] = []
  for (const child of paragraph.children) {
    const previous = children.at(-1)
    if (
      child.type === 'text' &&
      previous?.type === 'mdxJsxTextElement' &&
      previous.name === 'Fact'
    ) {
      const punctuation = closing.exec(child.value)?.[0]
      if (punctuation) {
        previous.attributes.push({ type: 'mdxJsxAttribute', name: 'after', value: punctuation })
        child.value = child.value.slice(punctuation.length)
      }
    }
    if (child.type === 'mdxJsxTextElement' && child.name === 'Fact' && previous?.type === 'text') {
      const punctuation = opening.exec(previous.value)?.[0]
      if (punctuation) {
        child.attributes.push({ type: 'mdxJsxAttribute', name: 'before', value: punctuation })
        previous.value = previous.value.slice(0, -punctuation.length)
      }
    }
    children.push(child)
  }
  paragraph.children = children
}

/**
 * Remark plugin: splits a chapter at its headings into `<Section chapter facts first>` (with the ids first used there,
 * in order), numbers the first use of every indicator as its note, moves figures and plates out of the text column, and
 * ends with `<Gaps facts figures plates>` and `<Definitions facts terms>` for everything used.
 */
export function chapterSections() {
  return (tree: Root, file: { stem?: string }): void => {
    const chapter = file.stem ?? ''
    const notes = new Map<string, number>()
    const terms = new Set<string>()
    const shown = { Figure: [] as string[], Plate: [] as string[] }
    const sections: RootContent[] = []
    let column: RootContent[] = []
    let sectionFacts: string[] = []

    const closeColumn = () => {
      if (column.length === 0) return
      const first = String(notes.size - sectionFacts.length + 1)
      sections.push(element('Section', { chapter, facts: sectionFacts.join(' '), first }, column))
      column = []
      sectionFacts = []
    }

    visit(tree, 'paragraph', keepPunctuation)
    for (const node of tree.children) {
      if (node.type === 'mdxJsxFlowElement' && wide.has(node.name ?? '')) {
        closeColumn()
        const id = attribute(node, 'id')
        if (typeof id === 'string') shown[node.name as keyof typeof shown].push(id)
        sections.push(node)
        continue
      }
      if (node.type === 'heading') closeColumn()
      visit(node, (child) => {
        if (child.type !== 'mdxJsxTextElement' && child.type !== 'mdxJsxFlowElement') return
        const id = attribute(child, 'id')
        if (typeof id !== 'string') return
        if (child.name === 'Term') terms.add(id)
        if (child.name !== 'Fact') return
        if (!notes.has(id)) {
          notes.set(id, notes.size + 1)
          sectionFacts.push(id)
          child.attributes.push({ type: 'mdxJsxAttribute', name: 'isFirst', value: 'true' })
        }
        child.attributes.push(
          { type: 'mdxJsxAttribute', name: 'chapter', value: chapter },
          { type: 'mdxJsxAttribute', name: 'note', value: String(notes.get(id)) },
        )
      })
      column.push(node)
    }
    closeColumn()
    const facts = [...notes.keys()].join(' ')
    if (notes.size + shown.Figure.length + shown.Plate.length > 0)
      sections.push(
        element('Gaps', { facts, figures: shown.Figure.join(' '), plates: shown.Plate.join(' ') }),
      )
    if (notes.size + terms.size > 0)
      sections.push(element('Definitions', { facts, terms: [...terms].join(' ') }))
    tree.children = sections
  }
}
