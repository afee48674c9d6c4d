/** The element id of an indicator's or a term's definition on a page. */
export const definitionId = (id: string): string => `def-${id.replaceAll('.', '-')}`
