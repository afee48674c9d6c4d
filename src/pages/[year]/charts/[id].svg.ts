import type { APIRoute } from 'astro'
import { figurePaths, figureSvg } from '../../../components/figurePictures.ts'

export const getStaticPaths = figurePaths

/** One figure with its words as a self-contained SVG. */
export const GET: APIRoute = async ({ params, props }) =>
  new Response(
    await figureSvg({ id: params.id ?? '', edition: props.edition, number: props.number }),
    { headers: { 'Content-Type': 'image/svg+xml' } },
  )
