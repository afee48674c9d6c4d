import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Document, Path } from './document.ts'
import { describeSyntax } from './jsonSyntax.ts'
import { positionAt } from './position.ts'
import type { Problem } from './problem.ts'

const end = (node: Node) => node.offset + node.length

const pair = (property: Node) => {
  const [key, value] = property.children ?? []
  return key && value ? ([key, value] as const) : undefined
}

/** The value of a node as far as it was written before an offset. */
function valueBefore(node: Node, limit: number): unknown {
  const known = (child: Node) => end(child) <= limit || (child.children && child.offset < limit)
  if (node.type === 'array') {
    return (node.children ?? []).filter(known).map((child) => valueBefore(child, limit))
  }
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap((property) => {
      const [key, value] = pair(property) ?? []
      return key && value && known(value) ? [[key.value, valueBefore(value, limit)]] : []
    })
    return Object.fromEntries(entries)
  }
  return node.value
}

function duplicateKeys(file: string, text: string, node: Node): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, number>()
  for (const child of node.children ?? []) {
    if (node.type !== 'object') {
      problems.push(...duplicateKeys(file, text, child))
      continue
    }
    const [key, value] = pair(child) ?? []
    if (key) {
      if (key.value === '__proto__') {
        problems.push({
          file,
          ...positionAt(text, key.offset),
          found: '属性“__proto__”',
          expected: '登记用的属性名',
          hint: '删去它',
        })
      }
      const earlier = first.get(key.value)
      if (earlier === undefined) first.set(key.value, key.offset)
      else {
        problems.push({
          file,
          ...positionAt(text, key.offset),
          found: `重复的属性“${key.value}”`,
          expected: '同一对象里每个属性只写一次',
          hint: `第 ${positionAt(text, earlier).line} 行已有同名属性，删去其一`,
        })
      }
    }
    if (value) problems.push(...duplicateKeys(file, text, value))
  }
  return problems
}

/** The deepest existing node along a path. */
function nearestNode(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[])
    if (node) return node
  }
  return root
}

/**
 * The deepest nesting allowed, more than any record needs; the recursive parser would overflow its stack at far greater
 * depths.
 */
const maxDepth = 20

/** The offset at which brackets are nested too deep, if there is one; brackets in strings do not count. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > maxDepth) return index
  }
  return undefined
}

const salvage = /"(?:id|adcode)"\s*:\s*"([^"\n]*)"/g

/**
 * Reads strict JSON: no comments, no trailing commas, no repeated property. Reports every syntax error; `document` is
 * absent only if nothing could be read.
 */
export function parseJson(
  file: string,
  text: string,
): { document?: Document; problems: Problem[] } {
  const deep = tooDeep(text)
  if (deep !== undefined) {
    const words = {
      found: `套了 ${maxDepth} 层以上的括号`,
      expected: '记录里的几层',
      hint: '多半是粘贴时括号重复了，从这里往前核对',
    }
    return { problems: [{ file, ...positionAt(text, deep), ...words }] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const syntax = describeSyntax(file, text, errors)
  const problems = syntax.map((error) => error.problem)
  if (!root) return { problems }
  problems.push(...duplicateKeys(file, text, root))
  const breaks = syntax.filter((error) => error.breaksStructure).map((error) => error.offset)
  const limit = Math.min(...breaks, Number.POSITIVE_INFINITY)
  const wrongLines = new Set(syntax.map((error) => error.problem.line))
  const document: Document = {
    file,
    text,
    value: valueBefore(root, limit),
    rangeOf: (path) => {
      const node = nearestNode(root, path)
      return [node.offset, end(node)]
    },
    offsetOfKey: (path, key) => {
      const object = nearestNode(root, path)
      const property = object.children?.find((child) => pair(child)?.[0].value === key)
      return (property ?? object).offset
    },
    isWhole: (path) => {
      const node = nearestNode(root, path)
      if (end(node) > limit) return false
      // Finding a line means scanning the file up to it; a file without errors needs none.
      return wrongLines.size === 0 || !wrongLines.has(positionAt(text, node.offset).line)
    },
    ...(syntax.length > 0 && {
      salvagedKeys: new Set([...text.matchAll(salvage)].map((match) => match[1] as string)),
    }),
  }
  return { document, problems }
}
