import { palette } from './palette.ts'

/**
 * The styles of marks and text in `src/styles/charts.css`, light scheme, repeated because pictures cannot read a
 * stylesheet.
 */
const rules: Record<string, Record<string, string | number>> = {
  text: { fill: palette.ink2, 'font-family': 'Noto Sans SC' },
  path: { fill: 'none' },
  '.mid': { 'text-anchor': 'middle' },
  '.end': { 'text-anchor': 'end' },
  '.n': { fill: palette.ink, 'font-family': 'Noto Serif SC', 'letter-spacing': '-0.03em' },
  '.sn': { fill: palette.ink2, 'font-family': 'Noto Sans SC', 'letter-spacing': 0 },
  '.sf': { fill: palette.ink, 'font-family': 'Noto Serif SC' },
  '.b': { 'font-weight': 700 },
  '.i': { fill: palette.ink },
  '.m': { fill: palette.ink3 },
  '.ta': { fill: palette.accent },
  '.tl': { fill: palette.lake },
  '.h': { stroke: palette.ink },
  '.hl': { stroke: palette.lake },
  '.ha': { stroke: palette.accent },
  '.f': { stroke: palette.ink, 'stroke-width': 3 },
  '.fl': { stroke: palette.lake, 'stroke-width': 3 },
  '.fa': { stroke: palette.accent, 'stroke-width': 3 },
  '.d': { fill: palette.ink },
  '.dl': { fill: palette.lake },
  '.da': { fill: palette.accent },
  '.e': { stroke: palette.ink, 'stroke-dasharray': '8 3 1 3' },
  '.u': { stroke: palette.mark, 'stroke-width': 1.25, 'stroke-dasharray': '3 3' },
  '.ud': { stroke: palette.mark, 'stroke-width': 1.1 },
  '.r': { stroke: palette.rule },
  '.k': { stroke: palette.ink3, 'stroke-dasharray': '2 2' },
  '.pp': { fill: palette.paper },
}

/** The stylesheet of a figure's picture. */
export const plateStyle = Object.entries(rules)
  .map(
    ([selector, style]) =>
      `${selector}{${Object.entries(style)
        .map(([name, value]) => `${name}:${value}`)
        .join(';')}}`,
  )
  .join('')

/** The rules by name, so that a test can compare them with the stylesheet of pages. */
export const plateRules: Readonly<typeof rules> = rules
