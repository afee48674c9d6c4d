import sheet from 'leaflet/dist/leaflet.css?url'

/** Loads Leaflet's own style sheet, which no page waits for. */
export function loadLiveStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    link.onload = () => resolve()
    link.onerror = () => reject(new Error('地图的样式没有载入'))
    // Before our own sheets, so that ours decide.
    document.head.prepend(link)
  })
}
