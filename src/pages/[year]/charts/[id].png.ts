import type { APIRoute } from 'astro'
import { figurePaths, figurePng } from '../../../components/figurePictures.ts'

export const getStaticPaths = figurePaths

/** One figure with its words as a PNG to keep or share. */
export const GET: APIRoute = async ({ params, props }) =>
  new Response(
    await figurePng({ id: params.id ?? '', edition: props.edition, number: props.number }),
    { headers: { 'Content-Type': 'image/png' } },
  )
