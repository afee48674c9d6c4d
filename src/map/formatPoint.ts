import { pointState } from '../places/pointState.ts'
import { undisclosed } from '../schemas/undisclosed.ts'
import type { LiaisonPoint } from '../sets/liaisonPoints.ts'

/** The fields of a point shown beside its name. */
export type PointFields = Pick<
  LiaisonPoint,
  'kind' | 'town' | 'address' | 'venue' | 'hours' | 'qrCodes' | 'coordinates' | 'note'
>

/** The name of a registered point in the list. */
export function pointName({ name }: Pick<LiaisonPoint, 'name'>): string {
  return name ?? `名称${undisclosed}`
}

/** All known fields of a registered point except its name, in one line. */
export function formatPoint(point: PointFields): string {
  const { kind, address, venue, hours, qrCodes, note } = point
  const parts = [
    kind === '其他' ? '其他类型' : kind,
    address,
    venue === '其他' ? '其他载体' : venue,
    hours && `开放时间：${hours}`,
    qrCodes !== null && `“码上商”二维码${qrCodes}个`,
    pointState(point) === 'placed' ? '位置已登记' : `位置${undisclosed}`,
    note,
  ]
  return parts.filter(Boolean).join('，')
}
