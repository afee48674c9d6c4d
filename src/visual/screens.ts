import { newestEdition } from '../records/newestEdition.ts'
import { projectRoot } from '../roots.ts'

/** One picture of one page: what is opened, how wide, and in which of its appearances. */
export interface Screen {
  /** Name of the picture, without extension. */
  name: string
  path: string
  width: number
  look: 'light' | 'dark' | 'care' | 'print'
}

const edition = newestEdition(projectRoot)

/** One page of each template. */
const templates = {
  home: '',
  'chapter-figures': edition.chapters[0] ?? '',
  'chapter-plates': edition.say,
  map: `${edition.path}map/`,
  data: `${edition.path}data/`,
  gallery: `${edition.path}charts/`,
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
