import type { Nodes, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { nearestName } from '../documents/nearestName.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { unresolved } from '../records/checkReferences.ts'
import type { KnownKeys } from '../records/knownKeys.ts'
import { type Element, isElement, rangeOf } from './prosePassages.ts'
import { exampleOf, type ProseComponent, vocabulary } from './vocabulary.ts'

/** The use of a component in prose with a literal id, and the id's position. */
export interface Use {
  name: string
  id: string
  offset: number
}

const names = Object.keys(vocabulary)

/** The problem of a tag that is not a component. */
export function unknownComponent(name: string | null): ProblemWords {
  const expected = names.map((known) => `<${known}>`).join('、')
  if (name === null) return { found: '没有名字的标签 <>', expected, hint: '删去它' }
  if (/^[a-z]/.test(name) && !vocabulary[name]) {
    const component = nearestName(name, names)
    const hint =
      component?.toLowerCase() === name
        ? `是不是 <${component}>，组件名以大写字母开头`
        : '正文不写 HTML 标签，删去它；加粗用 **文字**，分段空一行'
    return { found: `HTML 标签 <${name}>`, expected, hint }
  }
  const alike = nearestName(name, names)
  const hint = alike ? `是不是 <${alike}>` : '核对组件的拼写'
  return { found: `未知的组件 <${name}>`, expected, hint }
}

function misplaced(
  name: string,
  component: ProseComponent,
  element: Element,
  parent: Parents | undefined,
): ProblemWords | undefined {
  if (component.block && (element.type !== 'mdxJsxFlowElement' || parent?.type !== 'root')) {
    const hint = `在 <${name}> 前后各空一行`
    return { found: `夹在段落里的 <${name}>`, expected: '单独成段的图或图注', hint }
  }
  const empty = !element.children.some((child) => child.type !== 'text' || child.value.trim())
  if (component.words && element.children.some(({ type }) => type !== 'text')) {
    const hint = `<${name}> 里只写文字，别的移到它外面`
    return { found: `夹着别的东西的 <${name}>`, expected: exampleOf(name), hint }
  }
  if (parent?.type === 'link') {
    const hint = '点一下只能有一个去处，把它移到链接外面'
    return { found: `链接里的 <${name}>`, expected: `链接外面的 <${name}>`, hint }
  }
  if (component.words === empty) {
    const found = empty ? `没有文字的 <${name}>` : `包着文字的 <${name}>`
    const hint = empty ? '把要解释的词写在标签之间' : '文字由数据给出，删去标签之间的内容'
    return { found, expected: exampleOf(name), hint }
  }
  return undefined
}

/** Components that do not exist, are in the wrong place, or have a missing, unknown or superfluous attribute. */
export function checkVocabulary(
  file: string,
  source: string,
  tree: Root,
  known: KnownKeys,
): { uses: Use[]; problems: Problem[] } {
  const uses: Use[] = []
  const problems: Problem[] = []
  const report = (offset: number, words: ProblemWords) =>
    problems.push({ file, ...positionAt(source, offset), ...words })

  visit(tree, (node, _index, parent) => {
    if (!isElement(node)) return
    const [start] = rangeOf(node as Nodes)
    const name = node.name ?? ''
    const component = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined
    if (!component) {
      report(start, unknownComponent(node.name))
      return
    }
    const wrongPlace = misplaced(name, component, node, parent)
    if (wrongPlace) report(start, wrongPlace)
    let hasId = false
    for (const attribute of node.attributes) {
      const [at] = rangeOf(attribute as unknown as Nodes)
      const expected = exampleOf(name)
      if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id') {
        hasId = true
        if (typeof attribute.value !== 'string' || attribute.value === '') {
          report(at, { found: '不是文字的 id', expected, hint: 'id 的值直接写在英文双引号里' })
          continue
        }
        const offset = source.indexOf(attribute.value, at + 'id='.length)
        uses.push({ name, id: attribute.value, offset })
        const words = unresolved(component.refersTo, attribute.value, known)
        if (words) report(offset, words)
        continue
      }
      const label = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}'
      report(at, { found: `多余的属性 ${label}`, expected, hint: `<${name}> 只有 id 一个属性` })
    }
    if (!hasId) {
      const hint = 'id 指明引用的是哪一条记录'
      report(start, { found: `没有 id 的 <${name}>`, expected: exampleOf(name), hint })
    }
  })
  return { uses, problems }
}
