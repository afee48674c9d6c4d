/** Size of the drawing, in half pixels so that whole numbers are precise enough. */
export const water = { width: 2880, height: 300 } as const

const step = 90
const count = 15

/** The centres of the rings: below the year, and far to the right. */
const sources = [
  { x: 900, y: -10, reach: 620, length: 31 },
  { x: 2300, y: 210, reach: 500, length: 27 },
]

const heightAt = (x: number, near: number) => {
  const y = 6 + 272 * near ** 1.2
  const swell = sources.reduce((sum, source) => {
    const distance = Math.hypot((x - source.x) / 1.9, (y - source.y) * 1.7)
    return sum + Math.cos(distance / source.length) * Math.exp(-distance / source.reach)
  }, 0)
  return y + (4 + 13 * near) * swell
}

/** Path data of fifteen hairlines, closer together towards the top. */
export function ripples(): string {
  return Array.from({ length: count }, (_, index) => {
    const near = index / (count - 1)
    const y = (x: number) => Math.round(heightAt(x, near))
    const slope = (x: number) => (heightAt(x + 1, near) - heightAt(x - 1, near)) / 2
    let path = `M0 ${y(0)}`
    for (let x = step; x <= water.width; x += step) {
      const rise = y(x) - y(x - step)
      const before = Math.round(rise - (slope(x) * step) / 3)
      path += `s${(step * 2) / 3} ${before} ${step} ${rise}`
    }
    return path.replaceAll(' -', '-')
  }).join('')
}
