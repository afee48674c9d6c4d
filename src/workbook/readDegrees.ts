import { quote } from '../documents/quote.ts'
import type { GridCell } from './book.ts'
import { halfWidth, type Read } from './readNumber.ts'

type Axis = 'longitude' | 'latitude'
const names = { longitude: '经度', latitude: '纬度' } as const
const expected = { longitude: '经度，例如 120.755123', latitude: '纬度，例如 30.762345' } as const

/** Degrees, minutes and seconds: 120°45′18″, 东经120度45分18秒, 120 45 18 E. */
const sexagesimal =
  /^(?:[东西]经|[南北]纬|[EWNS])?\s*(\d{1,3})\s*[°度º]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|''|′′))?\s*([EWNS])?$/iu

function parseDegrees(text: string): number | undefined {
  const bare = text
    .replace(/^(?:[东西]经|[南北]纬|经度|纬度|[EWNS])[:：]?\s*/iu, '')
    .replace(/\s*[°度EN]$/iu, '')
  if (/^-?\d{1,3}(?:\.\d+)?$/.test(bare)) return Number(bare)
  const match = sexagesimal.exec(text)
  if (!match) return undefined
  const [degrees = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0))
  if (minutes >= 60 || seconds >= 60) return undefined
  // Seconds with two decimals tell thirty centimetres; a seventh decimal of a degree is one.
  return Number((degrees + minutes / 60 + seconds / 3600).toFixed(7))
}

/** Longitudes of China are all larger than its latitudes, so that the order of a pair can be told. */
const leastLongitude = 70
const isLongitude = (degrees: number) => degrees >= leastLongitude && degrees <= 140
const isLatitude = (degrees: number) => degrees > 0 && degrees < 60

/** Both degrees where one cell holds them, longitude first; undefined where it does not. */
export function readPair(
  cell: GridCell | undefined,
): { pair: [number, number]; isSwapped: boolean } | undefined {
  if (typeof cell?.value !== 'string') return undefined
  const text = halfWidth(cell.value)
    .replace(/^[([【]|[)\]】]$/g, '')
    .trim()
  const parts = text.split(/\s*[,，;；、|\n]\s*|\s+(?=[\d东西南北EWNS])/u)
  if (parts.length !== 2) return undefined
  const [first, second] = parts.map((part) => parseDegrees(part.trim()))
  if (first === undefined || second === undefined) return undefined
  if (isLongitude(first) && isLatitude(second)) return { pair: [first, second], isSwapped: false }
  if (isLatitude(first) && isLongitude(second)) return { pair: [second, first], isSwapped: true }
  return undefined
}

/** The degrees in a cell of the longitudes or latitudes. */
export function readDegrees(axis: Axis, { value }: GridCell): Read {
  const wrong = (found: string, hint: string): Read => ({
    problem: { found, expected: expected[axis], hint },
  })
  if (value instanceof Date || typeof value === 'boolean')
    return wrong(`${names[axis]}里的日期或真假`, '选中这一格，格式改为“常规”，再写一次')
  const text = typeof value === 'string' ? halfWidth(value).trim() : ''
  const degrees = typeof value === 'number' ? value : parseDegrees(text)
  if (degrees === undefined)
    return wrong(quote(value), '写十进制的度，或者 120°45′18″ 这样的度分秒')
  const isOther = axis === 'longitude' ? isLatitude(degrees) : isLongitude(degrees)
  if (isOther) return wrong(`${names[axis]} ${degrees}`, '经度和纬度写反了，两格对调')
  return { value: Number(degrees.toPrecision(12)) }
}
