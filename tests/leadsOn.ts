/** Whether a page is of no use but to lead to another. */
export const leadsOn = (html: string) => html.includes('http-equiv="refresh"')
