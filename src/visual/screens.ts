import { examplePages } from '../records/examplePages.ts'
import { projectRoot } from '../roots.ts'

/** One reference picture: the page, the window width, and the appearance. */
export interface Screen {
  /** Name of the picture, without extension. */
  name: string
  path: string
  width: number
  look: 'light' | 'dark' | 'care' | 'print'
}

/** An A4 sheet in CSS pixels. */
const paperWidth = 794

/** All reference pictures. */
export const screens: Screen[] = Object.entries(examplePages(projectRoot)).flatMap(
  ([page, path]) => [
    ...[390, 768, 1440].flatMap((width) =>
      (['light', 'dark', 'care'] as const).map((look) => ({
        name: `${page}-${width}-${look}`,
        path,
        width,
        look,
      })),
    ),
    { name: `${page}-print`, path, width: paperWidth, look: 'print' as const },
  ],
)
