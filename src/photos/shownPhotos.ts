import type { Photo } from '../schemas/photo.ts'
import { readPhotos } from './readPhotos.ts'

/** The photographs of an edition's captions with their sizes; those that cannot be shown are left to the checks. */
export function shownPhotos(
  root: string,
  year: number,
  captions: readonly { id: string; image: string | null }[],
): Photo[] {
  if (captions.every(({ image }) => image === null)) return []
  const files = new Map(readPhotos(root, year).map((file) => [file.name.normalize('NFC'), file]))
  return captions.flatMap(({ id, image }) => {
    const file = image === null ? undefined : files.get(image.normalize('NFC'))
    const size = file?.decoded?.size
    return file && size ? [{ caption: id, file: file.path, ...size }] : []
  })
}
