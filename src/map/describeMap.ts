import { systemNames } from '../places/coordinateSystem.ts'
import { countStates } from '../places/pointState.ts'
import type { Town } from '../schemas/places.ts'
import type { EditionWith } from '../sets/edition.ts'
import type { LiaisonPoint } from '../sets/liaisonPoints.ts'
import { formatPrecision, sourceName } from './drawing/townPosition.ts'
import { maxDots } from './gatherPoints.ts'

type Records = Pick<EditionWith<'liaison-points'>, 'towns' | 'sources' | 'liaison-points'>

/** A description of the drawing in one sentence, for readers who cannot see it. */
export function describeMap(records: Records): string {
  const { towns } = records.towns
  const { frame, grouped, placed } = countStates(records['liaison-points'].records)
  const sourced = towns.filter((town) => town.wgs84).length
  const parts = [
    `示意图：${sourced}个镇街的大致位置`,
    sourced < towns.length && `${towns.length - sourced}个镇街位置待登记，列在图框边上`,
    placed > 0 && `${placed}个村社的实心点在登记的位置上`,
    grouped > 0 && `${grouped}个村社的实心点排在所属镇街名下`,
    frame > 0 && `图框由${frame}个空心点组成，代表名录待登记的村社`,
  ]
  return parts.filter(Boolean).join('；')
}

function wordTowns({ towns, sources }: Records): string[] {
  const sourced = towns.towns.filter((town) => town.wgs84)
  const unplaced = towns.towns.length - sourced.length
  const bySource = Map.groupBy(sourced, (town: Town) => town.source)
  const found = [...bySource].map(([id, members]) => {
    const source = sources.find((item) => item.id === id)
    const origin = id === null ? '来源待登记' : `取自${sourceName(sources, id)}`
    const remarks = [source?.licence, systemNames.wgs84, formatPrecision(members)]
      .filter(Boolean)
      .join('，')
    return `${members.length}个镇街的坐标${origin}（${remarks}），以实线圈标出`
  })
  const rest = `${unplaced}个位置待登记，以虚线圈列在图框边上，不画在图上`
  return [[...found, ...(unplaced > 0 ? [rest] : [])].join('；')]
}

function wordPoints(points: readonly LiaisonPoint[]): string[] {
  const { frame, grouped, placed } = countStates(points)
  const converted = new Set(
    points.flatMap(({ coordinates, crs }) => (coordinates && crs && crs !== 'wgs84' ? [crs] : [])),
  )
  const systems = [...converted].map((crs) => systemNames[crs]).join('、')
  const parts = [
    placed > 0 &&
      `${placed}个村社有登记的坐标，实心点画在它的位置上${systems && `，其中${systems}坐标已换算为${systemNames.wgs84}`}`,
    grouped > 0 && `${grouped}个村社只登记了所属镇街，实心点排在镇街名下，不表示位置`,
    frame > 0 &&
      `${placed + grouped > 0 ? '其余' : ''}${frame}个村社名录待登记，以空心点列作图框，不按镇街分摊`,
  ]
  const crowded =
    placed > maxDots
      ? '点多的地方合画为圈，圈里写着点数，放大后逐个分开'
      : '相距太近、会叠在一起的点在全图上略微错开，放大后各回原位'
  const sentence = parts.filter(Boolean).join('；')
  return [sentence, placed > 1 ? crowded : ''].filter(Boolean)
}

/** How the map is drawn, in sentences derived from the records. */
export function mapMethod(records: Records): string[] {
  return [...wordTowns(records), ...wordPoints(records['liaison-points'].records)].map(
    (sentence) => `${sentence}。`,
  )
}
