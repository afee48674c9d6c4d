import { expect, test } from 'vitest'
import { describeMap, mapMethod } from '../../src/map/describeMap.ts'
import { formatPosition } from '../../src/map/drawing/townPosition.ts'
import { formatPoint, pointName } from '../../src/map/formatPoint.ts'
import { published, sample } from './rosters.ts'

test('today’s method says what is sourced, what has no place yet, and that nothing is shared out', () => {
  expect(mapMethod(published)).toEqual([
    '8个镇街的坐标取自GeoNames（CC BY 4.0，WGS-84，精度约1～1.5公里），以实线圈标出；5个位置待登记，以虚线圈列在图框边上，不画在图上。',
    '112个村社名录待登记，以空心点列作图框，不按镇街分摊。',
  ])
})

test('with a roster the method adapts by itself', () => {
  expect(mapMethod(sample)[1]).toBe(
    '6个村社有登记的坐标，实心点画在它的位置上，其中GCJ-02、BD-09坐标已换算为WGS-84；4个村社只登记了所属镇街，实心点排在镇街名下，不表示位置；其余4个村社名录待登记，以空心点列作图框，不按镇街分摊。',
  )
  expect(describeMap(sample)).toContain('6个村社的实心点在登记的位置上')
})

test('the drawing reads without a word of what is not known', () => {
  expect(describeMap(published)).toBe(
    '示意图：8个镇街的大致位置；5个镇街位置待登记，列在图框边上；图框由112个空心点组成，代表名录待登记的村社',
  )
})

test('the 112 are 村社, never 112 points', () => {
  expect([describeMap(published), ...mapMethod(published)].join('')).not.toContain('个联系点')
})

test('a town’s position names its source and precision, or says that it is awaited', () => {
  const words = published.towns.towns.map((town) => formatPosition(town, published.sources))
  expect(words.filter((word) => word === '位置待登记')).toHaveLength(5)
  expect(words).toContain('位置：GeoNames，精度约1公里')
})

test('what a point does not state is said in words or left out, never invented', () => {
  const [known] = sample['liaison-points'].records
  const unknown = sample['liaison-points'].records.at(-1)
  if (!known || !unknown) throw new Error('empty fixture')
  expect(`${pointName(known)}：${formatPoint(known)}`).toBe(
    '示例一村：村，示例路1号，开放时间：工作日，“码上商”二维码2个，位置已登记',
  )
  expect(`${pointName(unknown)}：${formatPoint(unknown)}`).toBe('名称未公布：位置未公布')
})
