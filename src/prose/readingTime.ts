/** Characters that a reader takes in a minute: unhurried, on a phone. */
const pace = 400

/** Whole minutes it takes to read MDX prose through, at least one: its Han characters outside tags and front matter. */
export function readingMinutes(mdx: string): number {
  const han = mdx.replace(/<[^>]*>/g, '').match(/\p{Script=Han}/gu) ?? []
  return Math.max(1, Math.round(han.length / pace))
}
