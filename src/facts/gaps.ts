import type { Observation } from '../schemas/observation.ts'
import { findIndicator } from './indicator.ts'

/** Words that say that something is not published. */
export const gapWords = /未公布|没有公布|没有写|未写明|没有列|没有说|没有展开|不详|未提供|没有依据/g

const saysGap = (text: string) => text.search(gapWords) >= 0

/** What is not published about indicators and captions: which one, and in which words. */
export interface Gaps<Caption> {
  /** Observations with an unpublished detail. */
  figures: { observation: Observation; text: string }[]
  /** Observations without a stated period, except those whose own words already say so. */
  undated: Observation[]
  captions: Caption[]
}

/** What is not published about the indicators and captions with these ids; throws on an unknown id. */
export function gapsOf<Caption extends { id: string }>(
  edition: { indicators: readonly Observation[]; captions: readonly Caption[] },
  { indicators, captions }: { indicators: readonly string[]; captions: readonly string[] },
): Gaps<Caption> {
  const observations = indicators.map((id) => findIndicator(edition.indicators, id))
  return {
    figures: observations.flatMap((observation) =>
      observation.caveat !== null && saysGap(observation.caveat)
        ? [{ observation, text: observation.caveat }]
        : [],
    ),
    undated: observations.filter(
      ({ period, caveat }) => period === null && !/起止|时间|年份/.test(caveat ?? ''),
    ),
    captions: captions.map((id) => {
      const caption = edition.captions.find((item) => item.id === id)
      if (!caption) throw new Error(`没有编号为“${id}”的图注，请核对 captions.json`)
      return caption
    }),
  }
}
