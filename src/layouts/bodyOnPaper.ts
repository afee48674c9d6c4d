import { cssString } from '../components/report/runningHeads.ts'

/** The page rule that puts the body an edition speaks for at the head of printed pages. */
export const bodyOnPaper = (body: string): string => `@page{@top-right{content:${cssString(body)}}}`
