/** What a figure is called when the source does not publish it; a module of its own, for the map's script needs nothing else. */
export const undisclosed = '未公布'

/** The words for each disclosure status. */
export const statusLabel = {
  reported: '已刊载',
  estimated: '估算',
  undisclosed,
  'not-applicable': '不适用',
} as const
