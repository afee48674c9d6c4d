import Plain from '../Plain.astro'
import { proseComponents } from '../proseComponents.ts'
import ReportFact from './ReportFact.astro'
import ReportGaps from './ReportGaps.astro'
import ReportPlate from './ReportPlate.astro'
import ReportProseLink from './ReportProseLink.astro'
import ReportSection from './ReportSection.astro'
import ReportTerm from './ReportTerm.astro'

/** The components that prose may use, with links to notes and definitions instead of popovers, and photographs at the size of paper. */
export const reportComponents = {
  ...proseComponents,
  a: ReportProseLink,
  Definitions: Plain,
  Gaps: ReportGaps,
  Fact: ReportFact,
  Plate: ReportPlate,
  Section: ReportSection,
  Term: ReportTerm,
}
