import type { Photo } from '../schemas/photo.ts'

/** The size of all share pictures. */
export const shareSize = { width: 1200, height: 630 } as const

/** The margin at the sides of a card, px. */
export const margin = 48
/** The width between the margins, px. */
export const inner = shareSize.width - 2 * margin
/** The right end of what stands between the margins, px. */
export const end = shareSize.width - margin
/** The top and bottom of a card's body, between its head and its foot. */
export const [bodyTop, bodyEnd] = [105, 538]

/** The room for a photograph in px; one twice as wide as high, or more, stands above the heading. */
const photoRoom = {
  beside: { left: 560, top: bodyTop + 24, width: end - 560, height: bodyEnd - bodyTop - 48 },
  above: { left: margin, top: bodyTop + 24, width: inner, height: 250 },
}
/** Whether a photograph stands above the heading of a card, not beside it. */
export const isWide = ({ width, height }: Photo): boolean => width >= 2 * height

/** Where the whole of a photograph stands on a card, in px: above the heading at the left, beside it at the right. */
export function photoPlace(photo: Photo): Record<'left' | 'top' | 'width' | 'height', number> {
  const room = isWide(photo) ? photoRoom.above : photoRoom.beside
  const scale = Math.min(room.width / photo.width, room.height / photo.height)
  const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)]
  const top = isWide(photo) ? room.top : room.top + Math.floor((room.height - height) / 2)
  const left = isWide(photo) ? room.left : room.left + room.width - width
  return { left, top, width, height }
}
