import { formatQuantity, quantityParts } from '../../facts/wording.ts'
import type { Observation } from '../../schemas/observation.ts'
import { overhang, widthOf, wrap } from '../../svg/lettering.ts'
import { element, escapeText, lines, stroke, text } from '../../svg/markup.ts'
import { rectangle } from '../../svg/strokes.ts'
import type { Cut, Drawing } from '../chart.ts'
import type { Slot } from './layout.ts'
import { hasValue, type Tally } from './tally.ts'

/** The wording of an observation as large text on baseline y, and the width it takes. */
export function displayQuantity(
  x: number,
  y: number,
  observation: Observation,
  size: number,
  unitSize: number,
): { body: string; width: number } {
  const parts = quantityParts(observation)
  const whole = parts.map((part) => part.text).join('')
  if (!hasValue(observation)) {
    return { body: text(x, y, whole, 'm', unitSize), width: widthOf(whole, unitSize) }
  }
  // Han numerals are set in the same size as their unit: 六大类, 五个部分.
  const han = observation.qualifier.numerals === 'han'
  const main = Math.round(han ? size * 0.72 : size)
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
  const place = { x: Math.round(x), y: Math.round(y) }
  return { body: element('text', { class: 'n', ...place, 'font-size': main }, ...runs), width }
}

const headSize = (cut: Cut) => (cut.narrow ? Math.max(28, cut.lettering * 1.6) : 36)

/** The distance from a plate's top to the baseline of its first line. */
export const headBaseline = (cut: Cut): number => Math.round(headSize(cut) * 0.82)

/**
 * A plate's first line from y: the number, what it counts, and its period if stated; whatever does not fit goes to the
 * next line. `height` is where it ends.
 */
export function head(
  observation: Observation,
  cut: Cut,
  { x = 0, y = 0, width = cut.width, note = observation.period ?? '' } = {},
): Drawing {
  const { label } = observation
  const [size, leading] = [cut.lettering, 1.6 * cut.lettering]
  const baseline = y + headBaseline(cut)
  const figure = displayQuantity(x, baseline, observation, headSize(cut), size)
  const after = figure.width + 0.6 * size
  const beside = after + widthOf(label, size) <= width
  const [labelAt, first] = beside ? [x + after, baseline] : [x, baseline + leading]
  const named = beside ? [label] : wrap(label, size, width)
  const last = first + (named.length - 1) * leading
  const used = labelAt - x + widthOf(named.at(-1) ?? '', size)
  const drops = note !== '' && used + size + widthOf(note, size) > width
  const noted = drops ? wrap(note, size, width) : []
  const period = drops
    ? lines(x, last + leading, noted, leading, 'm')
    : note && text(x + width, last, note, 'm end')
  return {
    height: Math.round(last + noted.length * leading + 1.2 * size),
    body: figure.body + lines(labelAt - overhang(label, size), first, named, leading) + period,
  }
}

/**
 * The box drawn for an indicator without units: 未公布 or 不适用 in a dashed box, a plain box for a reported count of zero.
 */
export function blankField(
  observation: Observation,
  { x, y, width }: Slot,
  cut: Cut,
  height = 4 * cut.lettering,
): Drawing {
  const [outline, words] = hasValue(observation) ? ['h', 'mid'] : ['u', 'mid m']
  const middle = y + height / 2 + cut.lettering * 0.37
  const word = text(x + width / 2, middle, formatQuantity(observation), words)
  return { height: y + height, body: stroke(outline, rectangle(x, y, width, height)) + word }
}

/** A plate: the head of an indicator, and below it the drawing of its units, or an empty box if it has none to draw. */
export function plate(
  observation: Observation,
  cut: Cut,
  { total }: Tally,
  field: (column: Slot) => Drawing,
  { x = 0, y = 0, width = cut.width }: Partial<Slot> = {},
  named = head(observation, cut, { x, y, width }),
): Drawing {
  const column = { x, y: named.height, width }
  const { height, body } = total > 0 ? field(column) : blankField(observation, column, cut)
  return { height, body: named.body + body }
}

/** The line below a field that says what its hollow units are. */
export function hollowKey(words: string, cut: Cut, { height, body }: Drawing, x = 0): Drawing {
  const [size, y] = [cut.lettering, Math.round(height + 4 + 0.4 * cut.lettering)]
  const sample = stroke('ud', rectangle(x, y, size, size))
  return {
    height: y + 1.3 * size,
    body: body + sample + text(x + 1.5 * size, y + 0.86 * size, words, 'm'),
  }
}

/** A field in a column and, beside it (below if that is too narrow), the examples that the source names. */
export function withExamples(
  label: string,
  names: readonly string[],
  cut: Cut,
  column: Slot,
  field: (column: Slot) => Drawing,
): Drawing {
  const size = Math.max(cut.lettering, 18)
  if (names.length === 0) return field(column)
  const room = cut.narrow ? cut.width : 8 * size
  const { height, body } = field({
    ...column,
    width: cut.narrow ? room : cut.width - room - 2 * size,
  })
  const [x, first] = [cut.width - room, (cut.narrow ? height + 14 : column.y) + cut.lettering]
  const named = wrap(names.join('　'), size, room, names).map((line) => line.trim())
  const leading = 1.6 * size
  return {
    height: Math.max(height, first + (named.length + 0.3) * leading),
    body: body + text(x, first, label) + lines(x, first + leading, named, leading, 'sf b', size),
  }
}

/** A number from y below the words it belongs to, with the verb that its sentence puts before a bare number. */
export function sentence(
  observation: Observation,
  cut: Cut,
  { x = 0, y = 0, of = observation.label } = {},
): Drawing {
  const { verb } = observation.qualifier
  const worded =
    verb === null || !hasValue(observation) || formatQuantity(observation).includes(verb)
  const size = cut.narrow ? headSize(cut) : 40
  const baseline = Math.round(y + 1.25 * cut.lettering + size)
  return {
    height: Math.round(baseline + cut.lettering * 0.6),
    body:
      text(x, y + cut.lettering, of + (worded ? '' : verb)) +
      displayQuantity(x, baseline, observation, size, cut.lettering).body,
  }
}
