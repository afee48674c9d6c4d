import { wordFigure, wordingParts } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Cut, Drawing } from './chart.ts'
import { overhang, widthOf, wrap } from './lettering.ts'
import { element, escapeText, lines, text, tidy } from './markup.ts'
import { hasValue } from './tally.ts'

/** A worded figure as display lettering on baseline y, with the width it takes. */
export function displayFigure(
  x: number,
  y: number,
  observation: Observation,
  size: number,
  unitSize: number,
): { body: string; width: number } {
  const parts = wordingParts(observation)
  const whole = parts.map((part) => part.text).join('')
  if (!hasValue(observation)) {
    return { body: text(x, y, whole, 'm', unitSize), width: widthOf(whole, unitSize) }
  }
  // Han numerals are set at one size with their unit: 六大类, 五个部分.
  const han = observation.qualifier.numerals === 'han'
  const main = han ? size * 0.72 : size
  let width = 0
  const runs = parts.map(({ text: run, role }, index) => {
    const share = role === 'number' ? 1 : role === 'qualifier' || run === '%' ? 0.55 : 0.42
    const runSize = han ? main : Math.max(unitSize, Math.round(main * share))
    const dx = index === 0 || han ? undefined : 2
    width += widthOf(run, runSize) + (dx ?? 0)
    if (role === 'number' || (han && role === 'unit')) return escapeText(run)
    const mark = role === 'qualifier' ? 'ta' : run === '%' ? '' : 'sn'
    const smaller = han ? undefined : runSize
    return element('tspan', { class: mark, dx, 'font-size': smaller }, escapeText(run))
  })
  return { body: element('text', { class: 'n', x, y, 'font-size': tidy(main) }, ...runs), width }
}

const headSize = (cut: Cut) => (cut.narrow ? Math.max(28, cut.lettering * 1.6) : 36)

/** How far below its top the first baseline of a plate's first line lies. */
export const headBaseline = (cut: Cut): number => Math.round(headSize(cut) * 0.82)

/** A plate's first line from y: the worded figure, what it counts and its period where one is stated, each dropping a line where it would not fit; `height` is where it ends. */
export function head(
  observation: Observation,
  cut: Cut,
  {
    x = 0,
    y = 0,
    width = cut.width,
    label = observation.label,
    note = observation.period ?? '',
    whole = [] as string[],
  } = {},
): Drawing {
  const baseline = y + headBaseline(cut)
  const figure = displayFigure(x, baseline, observation, headSize(cut), cut.lettering)
  const leading = cut.lettering * 1.6
  const after = figure.width + cut.lettering * 0.6
  const beside = after + widthOf(label, cut.lettering) <= width
  const labelAt = beside ? x + after : x
  const named = beside ? [label] : wrap(label, cut.lettering, width, whole)
  const first = beside ? baseline : baseline + leading
  const last = first + Math.max(0, named.length - 1) * leading
  const used = labelAt - x + widthOf(named.at(-1) ?? '', cut.lettering)
  const drops = note !== '' && used + cut.lettering + widthOf(note, cut.lettering) > width
  const noted = drops ? wrap(note, cut.lettering, width, whole) : [note]
  const noteLine = drops ? last + noted.length * leading : last
  return {
    height: noteLine + cut.lettering * 1.2,
    body:
      figure.body +
      lines(labelAt - overhang(label, cut.lettering), first, named, leading) +
      (drops
        ? lines(x, last + leading, noted, leading, 'm')
        : note && text(x + width, noteLine, note, 'm end')),
  }
}

/** A figure from y under the words it is said of, with the verb that its sentence puts before a bare number. */
export function sentence(
  observation: Observation,
  cut: Cut,
  { x = 0, y = 0, of = observation.label } = {},
): Drawing {
  const { verb } = observation.qualifier
  const worded = verb === null || !hasValue(observation) || wordFigure(observation).includes(verb)
  const size = cut.narrow ? Math.max(28, cut.lettering * 1.6) : 40
  const baseline = y + 1.25 * cut.lettering + size
  return {
    height: baseline + cut.lettering * 0.6,
    body:
      text(x, y + cut.lettering, of + (worded ? '' : verb)) +
      displayFigure(x, baseline, observation, size, cut.lettering).body,
  }
}
