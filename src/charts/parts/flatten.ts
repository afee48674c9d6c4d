import { overhang } from '../../svg/lettering.ts'
import { element, escapeText, roundLength, text } from '../../svg/markup.ts'
import { ellipse, rectangle } from '../../svg/strokes.ts'

/** What a node of Plot's SVG passes on to its children. */
interface Inherited {
  x: number
  y: number
  mark: string
  anchor: string
  size: number | undefined
}

/** The classes of Plot's own parts (such as ticks), which charts give no class, by the name Plot gives them. */
const classOfPart: Record<string, string> = {
  'x-axis tick': 'h',
  'y-axis tick': 'h',
  'x-grid': 'r',
  'y-grid': 'r',
  'x-axis tick label': 'm',
  'y-axis tick label': 'm',
}

const anchors: Record<string, string> = { start: '', middle: 'mid', end: 'end' }

const number = (node: Element, name: string) => Number(node.getAttribute(name) ?? 0)

/**
 * Path data of Plot, moved: the start of each subpath is absolute and all else relative to the pen, so that equal
 * shapes give equal text.
 */
function moved(data: string, dx: number, dy: number): string {
  let [x, y] = [0, 0]
  return [...data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)]
    .map(([, command = '', rest = '']) => {
      const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
      const letter = command.toLowerCase()
      const last = numbers.length - 2
      const from = (value: number, by: number, pen: number) =>
        command === letter ? roundLength(value) : roundLength(roundLength(value + by) - pen)
      const told = numbers.map((value, index) => {
        // Only the last two numbers of an arc are coordinates.
        if (letter === 'a' && index < last) return roundLength(value)
        const isX = letter === 'h' || (letter !== 'v' && index % 2 === last % 2)
        return isX ? from(value, dx, x) : from(value, dy, y)
      })
      if (letter !== 'v') x = roundLength(x + (told.at(letter === 'h' ? -1 : -2) ?? 0))
      if (letter !== 'h') y = roundLength(y + (told.at(-1) ?? 0))
      if (command === 'M') return `M${x} ${y}`
      if (letter === 'l' && told.includes(0)) return told[1] === 0 ? `h${told[0]}` : `v${told[1]}`
      return letter + told.join(' ')
    })
    .join('')
}

/** Path data of one shape; empty for nodes that are not shapes. */
function outline(node: Element, at: Inherited): string {
  const { x, y } = at
  const of = (name: string) => number(node, name)
  switch (node.localName) {
    case 'path':
      return moved(node.getAttribute('d') ?? '', x, y)
    case 'line':
      return moved(`M${of('x1')},${of('y1')}L${of('x2')},${of('y2')}`, x, y)
    case 'circle':
      return ellipse(x + of('cx'), y + of('cy'), of('r'))
    case 'rect':
      return rectangle(x + of('x'), y + of('y'), of('width'), of('height'))
    default:
      return ''
  }
}

/** One text element for each line of a text, or one for vertical text; Plot's offsets in em become user units. */
function lettering(node: Element, { x, y, mark, anchor, size }: Inherited, usual: number): string {
  const em = size ?? usual
  const length = (value: string | null) =>
    value?.endsWith('em') ? Number.parseFloat(value) * em : Number(value ?? 0)
  const spans = [...node.querySelectorAll('tspan')]
  let at = y + length(node.getAttribute('y'))
  const runs = (spans[0] ? spans : [node]).map((run) => {
    if (run !== node) at += length(run.getAttribute('y')) + length(run.getAttribute('dy'))
    const words = run.textContent ?? ''
    const left = x + number(node, 'x') - (anchor ? 0 : overhang(words, em))
    return { words, left, at }
  })
  const own = em === usual ? undefined : em
  const classes = [mark, anchor].filter(Boolean).join(' ')
  if (runs.length > 1 && runs.every(({ words }) => [...words].length === 1)) {
    const list = (of: 'left' | 'at') => runs.map((run) => Math.round(run[of])).join(' ')
    const upright = { class: classes, x: list('left'), y: list('at'), 'font-size': own }
    return element('text', upright, ...runs.map(({ words }) => escapeText(words)))
  }
  return runs.map(({ words, left, at }) => text(left, at, words, classes, own)).join('')
}

function inherit(node: Element, above: Inherited): Inherited {
  const [, x = '0', y = '0'] =
    /translate\(([-\d.e]+),? ?([-\d.e]*)\)/.exec(node.getAttribute('transform') ?? '') ?? []
  const size = node.getAttribute('font-size')
  const anchor = node.getAttribute('text-anchor')
  const name = node.getAttribute('aria-label') ?? ''
  return {
    x: above.x + Number(x),
    y: above.y + Number(y || 0),
    // linkedom returns an empty string for a missing class attribute.
    mark: node.getAttribute('class') || (classOfPart[name] ?? above.mark),
    anchor: anchor === null ? above.anchor : (anchors[anchor] ?? ''),
    size: size === null ? above.size : Number(size),
  }
}

/**
 * Turns the inside of Plot's SVG into this site's markup: shapes of one class become one path, coordinates absolute,
 * styles classes. A group named `marks:…` or `end:…` gets `data-marks` or `data-end` with the indicator it draws.
 */
export function flatten(svg: Element, lettered: number): string {
  const inside = (node: Element, above: Inherited): string => {
    let written = ''
    let [mark, data] = ['', '']
    const close = () => {
      if (data) written += element('path', { class: mark, d: data })
      data = ''
    }
    for (const child of node.children) {
      if (child.localName === 'style') continue
      const here = inherit(child, above)
      const shape = outline(child, here)
      if (shape) {
        if (here.mark !== mark) close()
        mark = here.mark
        data += shape
        continue
      }
      close()
      if (child.localName === 'text') written += lettering(child, here, lettered)
      else written += named(child, inside(child, here))
    }
    close()
    return written
  }
  return inside(svg, { x: 0, y: 0, mark: '', anchor: 'mid', size: undefined })
}

function named(node: Element, content: string): string {
  const [, kind, indicator] = /^(marks|end):(.+)$/.exec(node.getAttribute('aria-label') ?? '') ?? []
  return kind && content ? element('g', { [`data-${kind}`]: indicator }, content) : content
}
