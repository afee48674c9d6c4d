import satori from 'satori'
import { type PictureElement, pictureText } from './picture.ts'
import { pictureFonts } from './pictureFonts.ts'
import { rasterize } from './rasterize.ts'

/** Size of a picture in px, and how far its words keep from the right and the lower edge, where they would run out. */
export interface PictureSize {
  width: number
  height: number
  margin?: number
}

/** Thrown when words of a picture would lie outside its margin: the caller sets it smaller, it is never cut. */
export class PictureOverflow extends Error {}

const slack = 0.5

/**
 * A picture as PNG, the same bytes for the same tree: text as outlines of the picture's own fonts, nothing of the system's.
 * Throws PictureOverflow when words do not fit, and Error naming a character the fonts lack.
 */
export async function renderPicture(
  tree: PictureElement,
  { width, height, margin = 0 }: PictureSize,
): Promise<Uint8Array<ArrayBuffer>> {
  const outside: string[] = []
  const svg = await satori(tree as never, {
    width,
    height,
    fonts: await pictureFonts(pictureText(tree)),
    loadAdditionalAsset: async (_code, missing) => {
      throw new Error(`图片字体里没有“${missing}”`)
    },
    onStyleError(error) {
      throw error
    },
    onNodeDetected(node) {
      // Ornament may run off the edge, words may not.
      if (!node.textContent) return
      const fits =
        node.left >= -slack &&
        node.top >= -slack &&
        node.left + node.width <= width - margin + slack &&
        node.top + node.height <= height - margin + slack
      if (!fits) outside.push(node.textContent)
    },
  })
  if (outside.length > 0) throw new PictureOverflow(`画不下：${outside.join('；')}`)
  return rasterize(svg, width)
}
