/** Characters that a reader takes in a minute: unhurried, on a phone. */
const charactersPerMinute = 300
/** What a figure takes with its headline and reading, in characters. */
const charactersPerFigure = 100

/** Whole minutes it takes to read MDX prose through, at least one: its Han characters outside tags and front matter, and its figures. */
export function readingMinutes(mdx: string): number {
  const han = mdx.replace(/<[^>]*>/g, '').match(/\p{Script=Han}/gu) ?? []
  const figures = mdx.match(/<Figure\b/g) ?? []
  return Math.max(
    1,
    Math.round((han.length + figures.length * charactersPerFigure) / charactersPerMinute),
  )
}
