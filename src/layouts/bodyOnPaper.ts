import { cssString } from '../components/report/runningHeads.ts'

/** The page rule that prints the edition's body at the top of every page. */
export const bodyOnPaper = (body: string): string => `@page{@top-right{content:${cssString(body)}}}`
