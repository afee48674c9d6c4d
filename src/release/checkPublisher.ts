import { type Document, problemAt } from '../documents/document.ts'
import { metadataOf } from '../documents/fields.ts'
import type { Problem } from '../documents/problem.ts'
import { type Publisher, publisherSchema } from '../schemas/publisher.ts'

/** What a report cannot be cited or answered for without. */
const required = ['organizer', 'contact', 'publishedAt'] as const
/** What some publishers do not have. */
const optional = [
  'correctionsUrl',
  'siteIdCode',
  'icp',
  'publicSecurity',
  'mapApproval',
] as const satisfies (keyof Publisher)[]

/** Values that stand for nothing: words of templates, one digit repeated, digits in a row, the machine itself. */
const fake =
  /example|示例|样例|待填|待定|待补|待写|未定|测试|占位|某|(?<![a-z])x{2,}(?![a-z])|×{2,}|\b(?:todo|tbd|lorem)\b|12345678|87654321|(?<!\d)(\d)\1{5,}(?!\d)|\blocalhost\b|\b127\.0\.0\.1\b|^[\s\p{P}]*$|^(?:无|null|none)$/iu

/** Whether a published value is obviously a stand-in. */
export const isFake = (text: string): boolean => fake.test(text)

/** What a field is, without how it is written. */
const nameOf = (field: keyof Publisher) =>
  (metadataOf(publisherSchema.shape[field]).description ?? field).replace(/[，。].*$/s, '')

/** What is missing in the publisher's details for a release, and what obviously stands in for the real value; a preview may lack details. */
export function checkPublisher(
  document: Document,
  publisher: Publisher,
  { preview }: { preview: boolean },
): Problem[] {
  const missing = preview ? [] : required.filter((field) => publisher[field] === null)
  const values = [...required, ...optional].flatMap((field): [(string | number)[], string][] => {
    const value = publisher[field]
    if (value === null || value === undefined) return []
    if (typeof value === 'string') return [[[field], value]]
    return Object.entries(value).map(([part, text]) => [[field, part], text])
  })
  const stamped = publisher.stamp && !preview
  return [
    ...missing.map((field) =>
      problemAt(document, [field], {
        found: `没有填的 ${field}（${nameOf(field)}）`,
        expected: '发布前填好的值',
        hint: '填上；只是给人看看，用 npm run release -- --preview',
      }),
    ),
    ...values
      .filter(([, text]) => isFake(text))
      .map(([path, text]) =>
        problemAt(document, path, {
          found: `不像是真的“${text}”`,
          expected: '真实的值',
          hint: '换成真实的值；还没有，就写 null',
        }),
      ),
    ...(stamped
      ? [
          problemAt(document, ['stamp'], {
            found: `戳记“${publisher.stamp}”`,
            expected: '正式的版本，不盖戳记',
            hint: '删去 stamp；只是给人看看，用 npm run release -- --preview',
          }),
        ]
      : []),
  ]
}

/** The names of the publisher's details that are not given and need not be. */
export const unsetDetails = (publisher: Publisher): string[] =>
  optional.filter((field) => publisher[field] === null).map(nameOf)
