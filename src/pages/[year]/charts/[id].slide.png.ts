import type { APIRoute } from 'astro'
import { figurePaths, figureSlidePng } from '../../../components/figurePictures.ts'

export const getStaticPaths = figurePaths

/** One figure as a picture for a slide. */
export const GET: APIRoute = async ({ params, props }) =>
  new Response(
    await figureSlidePng({ id: params.id ?? '', edition: props.edition, number: props.number }),
    { headers: { 'Content-Type': 'image/png' } },
  )
