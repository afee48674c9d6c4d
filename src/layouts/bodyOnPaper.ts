import { cssString } from '../report/runningHeads.ts'

/** The page rules that put another body at the head of printed pages than print.css does, the first page aside. */
export const bodyOnPaper = (body: string): string =>
  // The sheet that has the site's own comes later.
  `@page{@top-right{content:${cssString(body)}!important}}@page :first{@top-right{content:none!important}}`
