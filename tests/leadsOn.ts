/** Whether a page only redirects to another. */
export const leadsOn = (html: string) => html.includes('http-equiv="refresh"')
