import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import gcoord from 'gcoord'
import type { LngLat } from '../../src/places/lngLat.ts'
import type { Town } from '../../src/schemas/places.ts'
import { publisherSchema } from '../../src/schemas/publisher.ts'
import type { LiaisonPoint } from '../../src/sets/liaisonPoints.ts'
import type { ContentFolder } from '../contentFolder.ts'

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const
const townNames = [
  ...['甲木镇', '乙水街道', '丙火镇', '丁土街道', '戊金镇', '己木街道', '庚水镇', '辛火街道'],
  ...['壬土镇', '癸金街道', '子木镇', '丑水街道', '寅火镇'],
]
const kinds = ['村', '社区', '其他'] as const
const venues = ['民生议事堂', '委员工作室', '委员会客厅', '其他', null] as const

/** An invented 示例区 in the open sea, with coordinates for every point. */
export interface ExampleRoster {
  towns: Town[]
  points: LiaisonPoint[]
  /** The real WGS-84 places of the points, in order. */
  truth: LngLat[]
}

/**
 * Places `count` points on a spiral around the towns in turn, with coordinates in three systems by turns; the same
 * count always gives the same roster.
 */
export function exampleRoster(count: number): ExampleRoster {
  const towns = townNames.map((name, index): Town => {
    const turn = (index / townNames.length) * 2 * Math.PI
    const away = index % 2 === 0 ? 0.075 : 0.035
    const wgs84: [number, number] = [
      123.5 + away * 1.15 * Math.cos(turn),
      30.25 + away * Math.sin(turn),
    ]
    return {
      adcode: String(990101001 + index),
      name,
      wgs84: wgs84.map((value) => Math.round(value * 1e5) / 1e5) as [number, number],
      precisionKm: 1,
      source: 'sample-survey',
    }
  })
  const truth: LngLat[] = []
  const points = Array.from({ length: count }, (_, index): LiaisonPoint => {
    const town = towns[index % towns.length] as Town
    const rank = Math.floor(index / towns.length) + 1
    const turns = count / towns.length
    // A golden-angle spiral spaces any number of points evenly.
    const turn = rank * 2.399963
    const away = 0.016 * Math.sqrt(rank / turns)
    const [lng, lat] = town.wgs84 as [number, number]
    const place: LngLat = [lng + away * Math.cos(turn) * 1.15, lat + away * Math.sin(turn)]
    truth.push(place)
    const crs = (['wgs84', 'gcj02', 'bd09'] as const)[index % 3] as 'wgs84'
    const kind = kinds[index % 3] as (typeof kinds)[number]
    return {
      id: `lp-${String(index + 1).padStart(3, '0')}`,
      name: `示例${town.name.slice(0, 2)}${rank}${kind === '其他' ? '处' : kind}`,
      town: town.adcode,
      kind,
      address: `示例路${index + 1}号`,
      coordinates: gcoord.transform([...place], gcoord.WGS84, systems[crs]) as [number, number],
      crs,
      hours: index % 4 === 0 ? '工作日' : null,
      venue: venues[index % 5] ?? null,
      qrCodes: index % 6 === 0 ? 2 : null,
      note: null,
      status: 'reported',
    }
  })
  return { towns, points, truth }
}

/** Replaces the edition's towns and points with the example's in a copy of the project's content. */
export function exampleContent<Folder extends ContentFolder>(
  copy: Folder,
  { towns, points }: ExampleRoster,
): Folder {
  const edit = (file: string, change: (value: never) => unknown) => {
    const path = join(copy.root, file)
    const value = JSON.parse(readFileSync(path, 'utf8')) as never
    writeFileSync(path, `${JSON.stringify(change(value), null, 2)}\n`)
  }
  edit('data/towns.json', () => ({ note: '示例区及其镇街均为虚构，坐标在海上。', towns }))
  edit('data/sources.json', (sources: { id: string }[]) => [
    ...sources.filter(({ id }) => id !== 'geonames'),
    {
      id: 'sample-survey',
      title: '示例测绘',
      describes: '虚构的坐标。',
      ...{ publisher: '示例测绘', date: null, licence: null, url: null },
    },
  ])
  // A fictional edition says so on every page, as soon as the schema has a field for it.
  if ('stamp' in publisherSchema.shape)
    edit('data/publisher.json', (publisher: object) => ({ ...publisher, stamp: '示例数据' }))
  edit('data/2025/liaison-points.json', (set: object) => ({ ...set, records: points }))
  edit('data/2025/indicators.json', (indicators: { id: string }[]) =>
    indicators.map((indicator) =>
      indicator.id === 'public-opinion.villages'
        ? { ...indicator, value: points.length }
        : indicator,
    ),
  )
  for (const name of ['indicators', 'figures', 'liaison-points']) {
    const file = `data/2025/${name}.json`
    copy.write(file, copy.read(file).replaceAll('112个村社', `${points.length}个村社`))
  }
  return copy
}
