import sheet from '../../styles/live-map.css?url'

let loading: Promise<void> | undefined

function load(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    link.onload = () => resolve()
    link.onerror = () => reject(new Error('地图的样式没有载入'))
    document.head.append(link)
  })
}

/** Loads the style sheet of the live map, including Leaflet's, once; rejects if it cannot be loaded. */
export function loadLiveStyles(): Promise<void> {
  loading ??= load().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
