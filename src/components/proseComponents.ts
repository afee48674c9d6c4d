import Definitions from './Definitions.astro'
import Fact from './Fact.astro'
import Figure from './Figure.astro'
import Gaps from './Gaps.astro'
import Plate from './Plate.astro'
import ProseHeading from './ProseHeading.astro'
import ProseLink from './ProseLink.astro'
import Pull from './Pull.astro'
import Section from './Section.astro'
import Term from './Term.astro'
import When from './When.astro'

/**
 * The components that prose may use; `Section`, `Gaps` and `Definitions` are added by the compiler and never written by
 * hand.
 */
export const proseComponents = {
  a: ProseLink,
  Definitions,
  Fact,
  Figure,
  Gaps,
  h2: ProseHeading,
  Plate,
  Pull,
  Section,
  Term,
  When,
}
