import { z } from 'zod'
import { type Document, type Path, problemAt, valueAt } from './document.ts'
import { describeField, isNullable, schemaAt, unwrap } from './fields.ts'
import { nearestName } from './nearestName.ts'
import { positionAt } from './position.ts'
import type { Problem } from './problem.ts'
import { quote } from './quote.ts'

const typeNames: Record<string, string> = {
  string: '文本',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  tuple: '列表 [ ]',
  object: '对象 { }',
  null: 'null',
}

const formatNames: Record<string, string> = { url: '完整的网址，例如 https://example.org/' }

/** The type that a schema expects, in words: 文本或 null, “满意”“基本满意”“不满意”之一. */
export function formatType(schema: z.core.$ZodType): string {
  const bare = unwrap(schema)
  const optional = isNullable(schema) ? '或 null' : ''
  if (bare instanceof z.ZodEnum) {
    const values = bare.options.map((option) => `“${option}”`).join('')
    return `${values}之一${optional && `，${optional}`}`
  }
  if (bare instanceof z.ZodTuple) return `${bare.def.items.length} 个值的列表 [ ]${optional}`
  const whole = bare instanceof z.ZodNumber && bare.format === 'safeint'
  return `${whole ? '整数' : (typeNames[bare._zod.def.type] ?? bare._zod.def.type)}${optional}`
}

function wordValue(value: unknown): string {
  if (value === null) return ' null'
  if (Array.isArray(value)) return `列表（${value.length} 项）`
  if (typeof value === 'object') return '对象 { }'
  if (typeof value === 'string') return `文本${quote(value)}`
  return typeof value === 'number' ? `数字 ${value}` : ` ${String(value)}`
}

function wordSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const [limit, end] =
    issue.code === 'too_big'
      ? [issue.maximum, issue.inclusive === false ? '小于' : '不大于']
      : [issue.minimum, issue.inclusive === false ? '大于' : '不小于']
  const bound = issue.code === 'too_big' ? '至多' : '至少'
  if (issue.origin === 'string')
    return limit === 1 ? '不为空的文本' : `${bound} ${limit} 个字的文本`
  if (issue.origin === 'array') return `${bound} ${limit} 项的列表`
  return `${end} ${limit} 的数`
}

/** What a zod issue expected, in words; a message given by the schema itself is kept without its subject. */
function formatExpected(issue: z.core.$ZodIssue, schema: z.core.$ZodType | undefined): string {
  const type = schema ? formatType(schema) : '合乎规定的值'
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return wordSize(issue)
    case 'custom':
      return issue.message.replace(/^应为\s*/, '')
    case 'invalid_format':
      return formatNames[issue.format] ?? issue.message.replace(/^.*?应(?:为|写作)\s*/, '')
    default:
      return type
  }
}

function unknownKeys(
  document: Document,
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssueUnrecognizedKeys,
): Problem[] {
  const object = schemaAt(schema, issue.path)
  const bare = object && unwrap(object)
  const known = bare instanceof z.ZodObject ? Object.keys(bare.shape) : []
  return issue.keys.map((key) => {
    const alike = nearestName(key, known)
    return {
      file: document.file,
      ...positionAt(document.text, document.offsetOfKey(issue.path, key)),
      found: `未知的属性${quote(key)}`,
      expected: `只有这些属性：${known.join('、')}`,
      hint: alike ? `是不是“${alike}”` : '删去这个属性，或核对拼写',
    }
  })
}

function hasKey(value: unknown, path: Path): boolean {
  const key = path.at(-1)
  if (key === undefined) return true
  const outer = valueAt(value, path.slice(0, -1))
  return typeof outer === 'object' && outer !== null && Object.hasOwn(outer, key)
}

/** Everything in a document that its schema does not accept, in Chinese, at the exact value. */
export function schemaProblems(document: Document, schema: z.ZodType): Problem[] {
  const result = schema.safeParse(document.value)
  if (result.success) return []
  return result.error.issues.flatMap((issue): Problem[] => {
    if (!document.isWhole(issue.path)) return []
    if (issue.code === 'unrecognized_keys') return unknownKeys(document, schema, issue)
    const field = schemaAt(schema, issue.path)
    const hint = describeField(field) ?? ''
    const expected = formatExpected(issue, field)
    if (!hasKey(document.value, issue.path)) {
      const found = `缺少属性“${String(issue.path.at(-1))}”`
      return [problemAt(document, issue.path.slice(0, -1), { found, expected, hint })]
    }
    const found = wordValue(valueAt(document.value, issue.path))
    return [problemAt(document, issue.path, { found, expected, hint })]
  })
}
