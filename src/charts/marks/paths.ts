import type { RenderFunction } from '@observablehq/plot'

/** The arguments of a Plot mark's render function: indexes, scales, channel values, dimensions, context. */
export type Rendered = Parameters<RenderFunction>

/** A group of paths, one for each class that draws anything; the group's name says which indicator it belongs to. */
export function paths(
  context: Rendered[4],
  name: string,
  data: Record<string, string | readonly string[]>,
): SVGElement {
  const svg = (tag: string) => context.document.createElementNS('http://www.w3.org/2000/svg', tag)
  const group = svg('g')
  if (name) group.setAttribute('aria-label', name)
  for (const [mark, part] of Object.entries(data)) {
    const d = [part].flat().join('')
    if (!d) continue
    const path = svg('path')
    path.setAttribute('class', mark)
    path.setAttribute('d', d)
    group.append(path)
  }
  return group as SVGElement
}
