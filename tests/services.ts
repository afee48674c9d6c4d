import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import type { BuildName } from './builds.ts'

/** Requests something shared by the tests; unlike `fetch` it has no timeout, because making it may take long. */
const ask = <Answer>(service: string) =>
  new Promise<Answer>((resolve, reject) => {
    // A connection kept from before may have been closed while a test was at work.
    get(`${inject('servicesUrl')}${service}`, { agent: false }, async (response) => {
      const answer = await text(response)
      if (response.statusCode === 200) resolve(JSON.parse(answer))
      else reject(new Error(answer))
    }).on('error', reject)
  })

/** A site built differently from dist/: its address and its folder. */
export interface ServedBuild {
  url: string
  folder: string
}

/** The build with that name, made when the first test requests it. */
export const openBuild = (name: BuildName): Promise<ServedBuild> => ask(`builds/${name}`)

/** The address for connecting to the browser that all tests share. */
export const browserEndpoint = async (): Promise<string> =>
  (await ask<{ endpoint: string }>('browser')).endpoint
