import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawIcon, icons, wrapIco } from '../pictures/icon.ts'
import { projectRoot } from '../roots.ts'

/** Redraws the icon files of `public/` from `favicon.svg`; to be run when the icon changes. */
const folder = join(projectRoot, 'public')
const mark = readFileSync(join(folder, 'favicon.svg'), 'utf8')
for (const { file, size, maskable } of icons) {
  const png = await sharp(await drawIcon(mark, size, maskable))
    .png({ palette: true, colours: 32, effort: 10, compressionLevel: 9 })
    .toBuffer()
  writeFileSync(join(folder, file), file.endsWith('.ico') ? wrapIco(png, size) : png)
}
