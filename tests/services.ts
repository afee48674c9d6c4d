import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import type { BuildName } from './builds.ts'

/** Asks for something the tests share; unlike `fetch` it waits as long as making it takes. */
const ask = <Answer>(service: string) =>
  new Promise<Answer>((resolve, reject) => {
    get(`${inject('servicesUrl')}${service}`, async (response) => {
      const answer = await text(response)
      if (response.statusCode === 200) resolve(JSON.parse(answer))
      else reject(new Error(answer))
    }).on('error', reject)
  })

/** A site built otherwise than dist/: where it is served, and its folder. */
export interface ServedBuild {
  url: string
  folder: string
}

/** The build of that name, made when the first test asks for it. */
export const openBuild = (name: BuildName): Promise<ServedBuild> => ask(`builds/${name}`)

/** Where the browser of all tests is to be connected to. */
export const browserEndpoint = async (): Promise<string> =>
  (await ask<{ endpoint: string }>('browser')).endpoint
