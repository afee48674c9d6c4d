import { gunzipSync } from 'fflate'
import { readCbor } from './cbor.ts'
import { restorePage, type SearchPage } from './page.ts'

/** Where a word stands: its places on each page, by number of page. */
export type Places = ReadonlyMap<number, readonly number[]>

/** A full-text index, of which only what is asked for is fetched; everything throws what fails to load. */
export interface FullText {
  /** Ids of the pages and how many words they have. */
  pages: readonly { id: string; words: number }[]
  /** Looks a word up. */
  places(word: string): Promise<Places>
  /** Reads a page. */
  read(page: number): Promise<SearchPage>
}

type Entry = { languages: Record<string, { hash: string }> }
type Meta = [string, [string, number][], [from: string, to: string, piece: string][]]
type Piece = [[word: string, pages: [skipped: number, places: number[]][]][]]

/** What all of Pagefind's files begin with. */
export const signature = 'pagefind_dcd'

async function fetchFile(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`检索索引没有载入：${response.status}`)
  return response
}

/** The content of one of Pagefind's files, whether or not the host took its gzip for an encoding. */
async function fetchBytes(address: string): Promise<Uint8Array> {
  const isSigned = (bytes: Uint8Array) =>
    new TextDecoder().decode(bytes.subarray(0, signature.length)) === signature
  const sent = new Uint8Array(await (await fetchFile(address)).arrayBuffer())
  const bytes = isSigned(sent) ? sent : gunzipSync(sent)
  if (!isSigned(bytes)) throw new Error('检索索引的格式不对')
  return bytes.subarray(signature.length)
}

const fetchCbor = async <Content>(address: string) =>
  readCbor(await fetchBytes(address)) as unknown as Content

/** Loads what a name stands for once. */
function once<Content>(load: (name: string) => Promise<Content>) {
  const loaded = new Map<string, Promise<Content>>()
  return (name: string): Promise<Content> => {
    const content = loaded.get(name) ?? load(name)
    loaded.set(name, content)
    return content
  }
}

/** Pagefind stores of each page and place how far it is from the one before, after a mark of weight. */
function placesOf(pages: Piece[0][number][1]): Places {
  let page = 0
  return new Map(
    pages.map(([skipped, steps]) => {
      page += skipped
      let place = 0
      return [page, steps.filter((step) => step >= 0).map((step) => (place += step))]
    }),
  )
}

/** Opens the index that Pagefind wrote into a folder of a site; both addresses end with a slash. */
export async function openFullText(folder: string, root: string): Promise<FullText> {
  const entry = await fetchFile(`${folder}pagefind-entry.json`, { cache: 'no-cache' })
  const [language] = Object.values(((await entry.json()) as Entry).languages)
  const [, pages, pieces] = await fetchCbor<Meta>(`${folder}pagefind.${language?.hash}.pf_meta`)
  const piece = once(async (name) => {
    const [words] = await fetchCbor<Piece>(`${folder}index/${name}.pf_index`)
    return new Map(words.map(([word, found]) => [word, found]))
  })
  const page = once(async (id) => {
    const stored = JSON.parse(
      new TextDecoder().decode(await fetchBytes(`${folder}fragment/${id}.pf_fragment`)),
    )
    return restorePage({ ...stored, url: root + stored.url.slice(1) })
  })
  return {
    pages: pages.map(([id, words]) => ({ id, words })),
    async places(word) {
      // Pieces come in the order of the words they begin with.
      const name = pieces.filter(([from]) => from <= word).at(-1)?.[2]
      return placesOf((name && (await piece(name)).get(word)) || [])
    },
    read: (number) => page(pages[number]?.[0] as string),
  }
}
