/** A node of a picture as satori takes it: an element with its style and children, or a run of text. */
export type PictureNode = PictureElement | string

/** A flex box, its style as satori understands it (a subset of CSS, lengths in px). */
export interface PictureElement {
  type: 'div' | 'img'
  props: {
    style: PictureStyle
    children?: PictureNode[] | string
    src?: string
    width?: number
    height?: number
  }
}

export type PictureStyle = Record<string, string | number>

const base: PictureStyle = { boxSizing: 'border-box', flexShrink: 0 }

/** A box with children in it; boxes never shrink, so that text which does not fit is found, not squeezed. */
export function box(style: PictureStyle, ...children: PictureNode[]): PictureElement {
  return { type: 'div', props: { style: { ...base, display: 'flex', ...style }, children } }
}

/** A run of text in a box of its own. */
export function text(style: PictureStyle, content: string): PictureElement {
  return {
    type: 'div',
    props: { style: { ...base, display: 'block', ...style }, children: content },
  }
}

/** An SVG laid in the picture at the given size; its own text must already be outlines. */
export function drawing(svg: string, width: number, height: number): PictureElement {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { type: 'img', props: { style: { flexShrink: 0, width, height }, src, width, height } }
}

/** All text a picture shows, in reading order. */
export function pictureText(node: PictureNode): string {
  if (typeof node === 'string') return node
  const { children = [] } = node.props
  return typeof children === 'string' ? children : children.map(pictureText).join('')
}
