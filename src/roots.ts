import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** The folder that holds `content/` and `data/`: CONTENT_ROOT, or the project itself. */
export const contentRoot = resolve(process.env.CONTENT_ROOT || projectRoot)
