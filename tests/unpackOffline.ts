import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { writeOffline } from '../src/offline/writeOffline.ts'

/** The offline copy of a built site, unpacked into a folder as a reader might name it; `remove` deletes it. */
export async function unpackOffline(site: string): Promise<{ folder: string; remove(): void }> {
  const place = mkdtempSync(join(tmpdir(), 'offline-'))
  const { file } = await writeOffline(site, place, '0.0.0')
  const folder = join(place, '离线 副本（示例）')
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) }
}
