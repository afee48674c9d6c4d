/** A place in a drawing, in px from its upper left corner. */
export interface Place {
  x: number
  y: number
}

/** A rectangle in a drawing. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The area two boxes share, in square units; 0 when they only touch. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** The box of a given half-size around a place. */
export function around({ x, y }: Place, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

/** The area of a box. */
export function area(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top)
}
