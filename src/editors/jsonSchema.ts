import { z } from 'zod'
import { absenceOf } from '../datasets/absence.ts'
import { type FieldMetadata, unwrap } from '../documents/fields.ts'
import { formatType } from '../documents/schemaProblems.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** What the editor is told beside what zod writes. */
interface Told extends Omit<FieldMetadata, 'description'> {
  /** What null says in the field. */
  absent?: string
  /** Words for a value of a wrong type, not among the choices, or with an unknown property. */
  errorMessage?: string
  /** Words for a text of a wrong form. */
  patternErrorMessage?: string
}

type Node = JsonSchema & Told

/** Longer examples hide what they stand beside. */
const longestExample = 60

/** The message of a text's form, which every form has for the empty text. */
const formWords = (schema: z.core.$ZodType): string | undefined =>
  z.safeParse(schema, '').error?.issues.find(({ code }) => code === 'invalid_format')?.message

/** Tells the editor what the checks say of a wrong value. */
function addMessages(schema: z.core.$ZodType, node: Node): void {
  const bare = unwrap(schema)
  const only =
    bare instanceof z.ZodObject ? `，只有这些属性：${Object.keys(bare.shape).join('、')}` : ''
  node.errorMessage = `应为${formatType(schema)}${only}`
  node.absent = absenceOf(schema)
  const words = bare instanceof z.ZodString ? formWords(bare) : undefined
  if (words) node.patternErrorMessage = words
}

/** The first value that shows how a field is filled, as it stands in a file. */
function exampleOf(samples: readonly unknown[]): string | undefined {
  const [simple] = samples.filter(
    (value) =>
      value !== undefined &&
      value !== null &&
      [value].flat().every((each) => typeof each !== 'object') &&
      [value].flat().length > 0 &&
      JSON.stringify(value).length <= longestExample,
  )
  return simple === undefined ? undefined : JSON.stringify(simple)
}

/** What the editor shows of a field, in Markdown: its title, meaning, unit and an example. */
function wordsOf({ title, description, unit }: Node, samples: readonly unknown[]): string {
  const example = exampleOf(samples)
  return [
    [title && `**${title}**`, description].filter(Boolean).join('　'),
    unit && `单位：${unit}`,
    example && `例（虚构）：\`${example}\``,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** One schema for a value that may be null: of several, the editor would say that none fits. */
function withNull({ anyOf, ...outer }: Node): Node {
  if (!anyOf) return outer
  const [inner, none] = anyOf as Node[]
  if (anyOf.length !== 2 || none?.type !== 'null' || !inner) throw new Error('anyOf 不是“或 null”')
  return {
    ...inner,
    ...outer,
    type: [inner.type, 'null'] as unknown as 'string',
    ...(inner.enum && { enum: [...inner.enum, null] }),
  }
}

const insideOf = (samples: readonly unknown[], key: string | number) =>
  samples.flatMap((value) => {
    const inner = (value as Record<string | number, unknown> | null | undefined)?.[key]
    return inner === undefined ? [] : [inner]
  })

const byKey = <Value, To>(all: Record<string, Value>, make: (value: Value, key: string) => To) =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, make(value, key)]))

/** A schema and all inside it, with the words that the editor shows. */
function described(written: Node, samples: readonly unknown[]): JsonSchema {
  const node = withNull(written)
  const { title, description, unit, words, choices, absent, ...shown } = node
  for (const name of ['aliases', 'axis', 'calendar'] as const) delete shown[name]
  const labels: Record<string, string> = choices ?? words ?? {}
  const { properties, items, additionalProperties } = shown as Record<string, unknown>
  const each = samples.flatMap((value) => (Array.isArray(value) ? value : []))
  const values = samples.flatMap((value) => Object.values(value ?? {}))
  const markdownDescription = wordsOf(node, samples)
  return {
    ...(markdownDescription && { markdownDescription }),
    ...shown,
    // zod's limits of an integer say nothing to a clerk.
    ...(shown.maximum === Number.MAX_SAFE_INTEGER && { maximum: undefined }),
    ...(shown.enum &&
      (choices ?? words) && {
        enumDescriptions: shown.enum.map((value) =>
          value === null ? absent : labels[String(value)],
        ),
      }),
    ...(properties !== undefined && {
      properties: byKey(properties as Record<string, Node>, (inner, key) =>
        described(inner, insideOf(samples, key)),
      ),
    }),
    ...(Array.isArray(items) && {
      items: items.map((item, index) => described(item, insideOf(samples, index))),
    }),
    ...(items !== undefined && !Array.isArray(items) && { items: described(items as Node, each) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: described(additionalProperties as Node, values),
    }),
  }
}

/**
 * The JSON Schema of a file, as VS Code's JSON service reads it, with Chinese words for hovers, completions and
 * messages; `samples` are contents of such files, from which examples are taken. Nothing in it is a `$ref`, beside which
 * the editor would read nothing else.
 */
export function editorSchema(schema: z.ZodType, samples: readonly unknown[]): string {
  const written = z.toJSONSchema(unwrap(schema) as z.ZodType, {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => addMessages(zodSchema, jsonSchema as Node),
  })
  return `${JSON.stringify(described(written as Node, samples), null, 2)}\n`
}
