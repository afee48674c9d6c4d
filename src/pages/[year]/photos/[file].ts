import type { APIRoute } from 'astro'
import { editionYears, getEdition } from '../../../components/chapters.ts'
import { allSizes, drawPhoto, type PhotoSize } from '../../../pictures/photoSizes.ts'
import type { Photo } from '../../../schemas/photo.ts'

/** Every size of every photograph; the files as they were supplied are never published. */
export async function getStaticPaths() {
  const editions = await Promise.all((await editionYears()).map(getEdition))
  return editions.flatMap(({ year, photos }) =>
    photos.flatMap((photo) =>
      allSizes(photo).map((size) => ({
        params: { year: String(year), file: size.path.split('/').at(-1) },
        props: { photo, size },
      })),
    ),
  )
}

const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** One size of a photograph. */
export const GET: APIRoute<{ photo: Photo; size: PhotoSize }> = async ({ props }) =>
  new Response(await drawPhoto(props.photo, props.size), {
    headers: { 'Content-Type': types[props.size.format] },
  })
