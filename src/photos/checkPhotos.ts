import { type Document, lineOf, type Path, problemAt, valueAt } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { innerQuotes } from '../documents/quote.ts'
import { minSide } from './limits.ts'
import { type PhotoFile, photoFolder, readPhotos } from './readPhotos.ts'
import { named, wrongPhoto } from './wrongPhoto.ts'

/** A caption's name of a photograph, with where it was written. */
interface NamedPhoto {
  caption: string
  name: string
  path: Path
}

const sameLetters = (name: string) => name.normalize('NFC')

/** The names of photographs in captions.json, whatever else is wrong in it. */
function namedIn(document: Document): NamedPhoto[] {
  if (!Array.isArray(document.value)) return []
  return document.value.flatMap((caption, index) => {
    const path = [index, 'image']
    const name = valueAt(caption, ['image'])
    const isName = typeof name === 'string' && name !== '' && !/[/\\]/.test(name)
    if (!isName || !document.isWhole(path)) return []
    return [{ caption: String(valueAt(caption, ['id'])), name, path }]
  })
}

function missing(name: string, files: readonly PhotoFile[], folder: string): ProblemWords {
  const alike = nearestName(
    name,
    files.map((file) => file.name),
  )
  return {
    found: `没有放进文件夹的${named(name)}`,
    expected: `${folder}/ 里的一个文件的名字`,
    hint: alike
      ? `是不是“${innerQuotes(alike)}”；大小写、空格和结尾都要一样`
      : `把照片放进 ${folder}/，文件名连同 .jpg 照抄到这里；还没有照片就写 null`,
  }
}

/** A named photograph with its file, and what is wrong with it. */
interface Judged extends NamedPhoto {
  file?: PhotoFile
  wrong?: ProblemWords
}

/** The photographs that captions name, each judged. */
function judge(root: string, year: number, document: Document): Judged[] {
  const files = readPhotos(root, year)
  const byName = new Map(files.map((file) => [sameLetters(file.name), file]))
  const seen = new Map<string, NamedPhoto>()
  return namedIn(document).map((photo) => {
    const file = byName.get(sameLetters(photo.name))
    if (!file) return { ...photo, wrong: missing(photo.name, files, photoFolder(year)) }
    const content = file.decoded?.sha256 ?? file.name
    const first = seen.get(content)
    if (!first) {
      seen.set(content, photo)
      const wrong = wrongPhoto(file)
      return { ...photo, file, ...(wrong && { wrong }) }
    }
    const wrong = {
      found:
        first.name === photo.name
          ? `又用了一次的${named(photo.name)}`
          : `与“${innerQuotes(first.name)}”一模一样的${named(photo.name)}`,
      expected: '一张照片只配一条图注',
      hint: `第 ${lineOf(document, first.path)} 行的“${first.caption}”已经用了它`,
    }
    return { ...photo, file, wrong }
  })
}

/** What is wrong with the photographs that captions name, at their names. */
export function checkPhotos(root: string, year: number, document: Document | undefined): Problem[] {
  if (!document) return []
  return judge(root, year, document).flatMap(({ path, wrong }) =>
    wrong ? [problemAt(document, path, wrong)] : [],
  )
}

/** Files among the photographs that no caption names, and photographs that will look small. */
export function photoNotices(
  root: string,
  year: number,
  document: Document | undefined,
): Problem[] {
  const judged = document ? judge(root, year, document) : []
  const used = new Set(judged.map(({ file }) => file?.name))
  const unused = readPhotos(root, year).filter(({ name }) => !used.has(name))
  const small = judged.flatMap(({ file, path, wrong }) => {
    const { width, height } = file?.decoded?.size ?? { width: minSide, height: minSide }
    if (!document || wrong || Math.max(width, height) >= minSide) return []
    const found = `只有 ${width}×${height} 像素的${named(file?.name ?? '')}`
    const hint = '照登，但会显得小；微信里转来转去的照片会变小，向供图的人要原图'
    return [problemAt(document, path, { found, expected: `长边至少 ${minSide} 像素`, hint })]
  })
  return [
    ...unused.map(({ name }) => ({
      file: `${photoFolder(year)}/${name}`,
      line: 1,
      column: 1,
      found: '没有登记的文件',
      expected: 'captions.json 里有一条图注的 image 写着它的名字',
      hint: '不登记就不上网页；不用的照片移到别处',
    })),
    ...small,
  ]
}
