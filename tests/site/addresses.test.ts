import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withdrawnFiguresSchema } from '../../src/schemas/figures.ts'
import { leadsOn } from '../leadsOn.ts'
import { builtAddresses, knownAddresses } from './addresses.ts'
import { builtFiles, dist, readPages } from './builtPages.ts'

const withdrawn = withdrawnFiguresSchema.parse(
  JSON.parse(
    readFileSync(new URL('../../data/2025/withdrawn-figures.json', import.meta.url), 'utf8'),
  ),
)

/** The files and anchors of a withdrawn figure, from which a static site cannot redirect. */
const isOfWithdrawn = (address: string) =>
  withdrawn.some(
    ({ id }) =>
      address.endsWith(`#figure-${id}`) ||
      (address.startsWith(`2025/charts/${id}.`) && !address.endsWith('/')),
  )

test('every address that the site ever had is still answered; one that is dropped has its page lead on', () => {
  const built = new Set(builtAddresses())
  const lost = knownAddresses().filter((address) => !built.has(address) && !isOfWithdrawn(address))
  expect(lost, '撤下的图写进 withdrawn-figures.json；别的网址和锚点不改名').toEqual([])
})

test('what leads on leads to a page that does not, by refresh and by a link, and is kept from search engines', () => {
  const redirects = readPages(dist).filter(({ html }) => leadsOn(html))
  expect(redirects.map(({ path }) => path).sort()).toEqual(
    withdrawn.flatMap(({ id }) => [`/2025/charts/${id}/`, `/2025/charts/${id}/embed/`]).sort(),
  )
  for (const { document, path } of redirects) {
    const refresh = document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')
    const address = /^0; url=(\/\S+\/)$/.exec(refresh ?? '')?.[1] ?? ''
    const file = `${address.slice(1)}index.html`
    expect(builtFiles, path).toContain(file)
    expect(leadsOn(readFileSync(join(dist, file), 'utf8')), path).toBe(false)
    expect(document.querySelector('main a')?.getAttribute('href')).toBe(address)
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  }
})
