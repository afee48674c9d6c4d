import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Photo } from '../schemas/photo.ts'
import { kept } from '../store/buildStore.ts'
import { photoPlace, shareSize } from './cardFrame.ts'
import { uprightPhoto } from './photoSizes.ts'
import { rasterize } from './rasterize.ts'
import type { ShareCard } from './shareCard.ts'
import { fitCard } from './sharePicture.ts'

/** The picture of a page with a photograph as JPEG, a tenth of the bytes of a PNG. */
export function sharePhoto(card: ShareCard, photo: Photo): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = readFileSync(photo.file)
  return kept('share-photo', [JSON.stringify(card), bytes], async () => {
    const { left, top, ...size } = photoPlace(photo)
    const input = await uprightPhoto(bytes)
      .resize({ ...size, fit: 'fill' })
      .png()
      .toBuffer()
    return sharp(await rasterize(fitCard(card), shareSize.width))
      .composite([{ input, left, top }])
      .flatten()
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer()
  })
}
