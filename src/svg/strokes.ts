import { roundLength } from './markup.ts'

/** Path data of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): string {
  const wide = roundLength(width)
  return `M${roundLength(x)} ${roundLength(y)}h${wide}v${roundLength(height)}h${-wide}z`
}

/** Path data of a horizontal line. */
export function horizontalLine(x: number, y: number, length: number): string {
  return `M${roundLength(x)} ${roundLength(y)}h${roundLength(length)}`
}

/** Path data of a vertical line. */
export function verticalLine(x: number, y: number, length: number): string {
  return `M${roundLength(x)} ${roundLength(y)}v${roundLength(length)}`
}

/** Path data of an ellipse, a circle when one radius is given. */
export function ellipse(x: number, y: number, rx: number, ry = rx): string {
  const [a, b] = [roundLength(rx), roundLength(ry)]
  return `M${roundLength(x - a)} ${roundLength(y)}a${a} ${b} 0 1 1 ${roundLength(2 * a)} 0a${a} ${b} 0 1 1 ${roundLength(-2 * a)} 0`
}
