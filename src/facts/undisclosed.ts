/** What a figure is called when the source does not publish it; a module of its own, for the map's script needs nothing else. */
export const undisclosed = '未公布'
