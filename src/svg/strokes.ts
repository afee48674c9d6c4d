import { tidy } from './markup.ts'

/** Path data of a rectangle. */
export function box(x: number, y: number, width: number, height: number): string {
  const wide = tidy(width)
  return `M${tidy(x)} ${tidy(y)}h${wide}v${tidy(height)}h${-wide}z`
}

/** Path data of a horizontal line. */
export function across(x: number, y: number, length: number): string {
  return `M${tidy(x)} ${tidy(y)}h${tidy(length)}`
}

/** Path data of a vertical line. */
export function down(x: number, y: number, length: number): string {
  return `M${tidy(x)} ${tidy(y)}v${tidy(length)}`
}

/** Path data of an ellipse, a circle when one radius is given. */
export function round(x: number, y: number, rx: number, ry = rx): string {
  const [a, b] = [tidy(rx), tidy(ry)]
  return `M${tidy(x - a)} ${tidy(y)}a${a} ${b} 0 1 1 ${tidy(2 * a)} 0a${a} ${b} 0 1 1 ${tidy(-2 * a)} 0`
}
