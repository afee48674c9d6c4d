/**
 * The word for a value that the source does not publish; in a file of its own, because it is all that the map's script
 * needs.
 */
export const undisclosed = '未公布'

/** The words for each disclosure status. */
export const statusLabel = {
  reported: '已刊载',
  estimated: '估算',
  undisclosed,
  'not-applicable': '不适用',
} as const
