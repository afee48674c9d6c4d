const idWith = (prefix: string, id: string) => `${prefix}-${id.replaceAll('.', '-')}`

/** The element id of an indicator's or a term's definition on a page. */
export const definitionId = (id: string): string => idWith('def', id)

/** The element id of a correction in the list of all. */
export const correctionId = (year: number, id: string): string => `corrected-${year}-${id}`

/** The element id of a number where a page's text first states it. */
export const factId = (id: string): string => idWith('fact', id)
