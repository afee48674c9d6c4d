/** Chinese characters that a reader reads in a minute, at a relaxed pace on a phone. */
const charactersPerMinute = 300
/** The time for a figure with its headline and reading, in characters. */
const charactersPerFigure = 100

/**
 * The minutes it takes to read MDX prose, at least one: counts the Chinese characters outside tags and front matter,
 * and the figures.
 */
export function readingMinutes(mdx: string): number {
  const han = mdx.replace(/<[^>]*>/g, '').match(/\p{Script=Han}/gu) ?? []
  const figures = mdx.match(/<Figure\b/g) ?? []
  return Math.max(
    1,
    Math.round((han.length + figures.length * charactersPerFigure) / charactersPerMinute),
  )
}
