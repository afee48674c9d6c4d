import type { APIRoute } from 'astro'
import { figurePaths, figurePosterPng } from '../../../components/figurePictures.ts'

export const getStaticPaths = figurePaths

/** One figure's poster. */
export const GET: APIRoute = async ({ params, props, site }) =>
  new Response(
    await figurePosterPng(
      { id: params.id ?? '', edition: props.edition, number: props.number },
      site,
    ),
    { headers: { 'Content-Type': 'image/png' } },
  )
