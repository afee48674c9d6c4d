import { tidy } from './markup.ts'

/** Path data of a rectangle. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${tidy(x)} ${tidy(y)}h${tidy(width)}v${tidy(height)}h${tidy(-width)}z`
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

/** Offsets of hatching over a length: the gap narrows from `loose` to `tight` towards its end. */
export function hatching(length: number, loose: number, tight: number): number[] {
  const offsets: number[] = []
  let at = 0
  while (at < length) {
    at += loose + (tight - loose) * Math.min(1, at / length)
    if (at >= length - tight / 2) return offsets
    offsets.push(tidy(at))
  }
  return offsets
}
