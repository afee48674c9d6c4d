/** One picture of one page: what is opened, how wide, and in which of its appearances. */
export interface Screen {
  /** Name of the picture, without extension. */
  name: string
  path: string
  width: number
  look: 'light' | 'dark' | 'care' | 'print'
}

/** One page of each template. */
const templates = {
  home: '',
  'chapter-figures': '2025/consultation/',
  'chapter-plates': '2025/public-opinion/',
  map: '2025/map/',
  data: '2025/data/',
  gallery: '2025/charts/',
  about: 'about/',
  'not-found': '404.html',
  search: 'search/',
}

/** An A4 sheet in CSS pixels. */
const paperWidth = 794

/** Every picture that is kept. */
export const screens: Screen[] = Object.entries(templates).flatMap(([template, path]) => [
  ...[390, 768, 1440].flatMap((width) =>
    (['light', 'dark', 'care'] as const).map((look) => ({
      name: `${template}-${width}-${look}`,
      path,
      width,
      look,
    })),
  ),
  { name: `${template}-print`, path, width: paperWidth, look: 'print' as const },
])
