type Attributes = Record<string, string | number | undefined>

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text escaped for markup. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] as string)
}

/** A length in user units, rounded to one decimal to keep the markup small. */
export function roundLength(length: number): number {
  return Math.round(length * 10) / 10
}

/** An element as markup; undefined and empty attributes are left out, children are markup. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => {
      const text =
        typeof value === 'number' ? String(roundLength(value)) : escapeText(String(value))
      return ` ${key}="${text}"`
    })
    .join('')
  const inside = children.join('')
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`
}

/** A path of the given mark class; empty if there is nothing to draw. */
export function stroke(mark: string, ...data: string[]): string {
  const d = data.join('')
  return d ? element('path', { class: mark, d }) : ''
}

/**
 * A line of text on baseline y, its position rounded to whole units; `end` and `mid` in the class set the anchor; empty
 * if there is no text.
 */
export function text(x: number, y: number, content: string, mark = '', size?: number): string {
  if (!content) return ''
  const place = { x: Math.round(x), y: Math.round(y) }
  return element('text', { class: mark, ...place, 'font-size': size }, escapeText(content))
}

/** Lines of text one under the other, the first on baseline y. */
export function lines(
  x: number,
  y: number,
  content: readonly string[],
  leading: number,
  mark = '',
  size?: number,
): string {
  return content.map((line, index) => text(x, y + index * leading, line, mark, size)).join('')
}

/**
 * The marks that count an indicator's units; tests and keyboard reading find them by its id; empty if there are none.
 */
export function marks(indicator: string, ...paths: string[]): string {
  return paths.some(Boolean) ? element('g', { 'data-marks': indicator }, ...paths) : ''
}
