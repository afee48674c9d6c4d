import satori from 'satori'
import { type PictureElement, pictureText } from './picture.ts'
import { pictureFonts } from './pictureFonts.ts'
import { rasterize } from './rasterize.ts'

/** Size of a picture in px. */
export interface PictureSize {
  width: number
  height: number
}

/** Thrown when something of a picture would lie outside it: the caller sets it smaller, it is never cut. */
export class PictureOverflow extends Error {}

const slack = 0.5

/**
 * A picture as PNG, the same bytes for the same tree: text as outlines of the picture's own fonts, nothing of the system's.
 * Throws PictureOverflow when a node does not fit, and Error naming a character the fonts lack.
 */
export async function renderPicture(
  tree: PictureElement,
  { width, height }: PictureSize,
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
      const fits =
        node.left >= -slack &&
        node.top >= -slack &&
        node.left + node.width <= width + slack &&
        node.top + node.height <= height + slack
      if (!fits) outside.push(node.textContent ?? node.type)
    },
  })
  if (outside.length > 0) throw new PictureOverflow(`画不下：${outside.join('；')}`)
  return rasterize(svg, width)
}
