import { expect, test } from 'vitest'
import { hostHeaders, nginxHeaders, nginxMaps } from '../../src/publish/headers.ts'

test('the headers of nginx in deploy/ are those of src/publish/headers.ts', async () => {
  await expect(nginxMaps()).toMatchFileSnapshot('../../deploy/nginx/maps.conf')
  await expect(nginxHeaders()).toMatchFileSnapshot('../../deploy/nginx/headers.conf')
})

test('hosts that read _headers send each header once: a narrower rule takes the wider one’s away first', () => {
  const rules = hostHeaders('/lvzhi/')
    .split(/^(?=\/)/m)
    .map((rule) => rule.trim().split(/\n\s*/))
  const [everywhere = [], ...narrower] = rules
  const nameOf = (line: string) => line.split(':')[0]
  expect(everywhere[0]).toBe('/lvzhi/*')
  const wide = everywhere.slice(1).map(nameOf)
  expect(new Set(wide).size).toBe(wide.length)
  for (const [path, ...lines] of narrower)
    for (const line of lines.filter((text) => !text.startsWith('!')))
      expect(wide.includes(nameOf(line)), `${path} ${line}`).toBe(
        lines.includes(`! ${nameOf(line)}`),
      )
})
