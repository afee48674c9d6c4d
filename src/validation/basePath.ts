import type { ProblemWords } from '../documents/problem.ts'
import { characterFaults } from '../facts/characters.ts'
import { decodePath, namedCharacter, quoted, type ReadSetting } from './settingText.ts'

const basePath = '子路径，例如 /lvzhi/'
const allowed = '汉字、字母、数字和 - _ . ~'

/** What is wrong with one segment of a path, and the wrong part of it. */
function faultOf(name: string): (ProblemWords & { piece: string }) | undefined {
  if (name === '')
    return {
      piece: '',
      found: '连着的斜线',
      expected: basePath,
      hint: '两个名字之间只写一个斜线',
    }
  if (name === '.' || name === '..')
    return {
      piece: name,
      found: quoted(name),
      expected: basePath,
      hint: '写出从域名根起的整个路径，不写相对的',
    }
  const wrong = /[^\p{L}\p{M}\p{N}_.~-]/u.exec(name)
  if (wrong)
    return {
      piece: wrong[0],
      found: namedCharacter(wrong[0]),
      expected: `由${allowed}组成的${basePath}`,
      hint: '换个名字，或删去它；参数和锚点不是路径的一部分',
    }
  const [fault] = characterFaults(name)
  return fault && { ...fault, piece: name.slice(fault.index, fault.index + fault.length) }
}

/** The path below which a site stands, percent-encoded, with a slash at both ends; the root if something is wrong with it. */
export function readBase(text: string): ReadSetting<string> {
  const bad = (index: number, words: ProblemWords) => ({
    value: '/',
    faults: [{ index, ...words }],
  })
  if (text === '' || text === '/') return { value: '/', faults: [] }
  if (/^[a-z]:[/\\]/i.test(text))
    return bad(0, {
      found: `本机的路径${quoted(text)}`,
      expected: basePath,
      hint: '若是 Git Bash 把它改成了这样，开头的斜线不写：BASE_PATH=lvzhi/',
    })
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    return bad(0, {
      found: `整个网址${quoted(text)}`,
      expected: basePath,
      hint: '协议和主机名写在 SITE_URL 里，这里只写路径',
    })
  const path = text.replace(/^\//, '').replace(/\/$/, '')
  let index = text.startsWith('/') ? 1 : 0
  const segments: string[] = []
  for (const written of path.split('/')) {
    const segment = decodePath(written)
    const fault = faultOf(segment)
    if (fault) {
      const { piece, found, expected, hint } = fault
      const place = index + Math.max(0, written.indexOf(piece))
      return bad(place, { found: `${quoted(text)}里的${found}`, expected, hint })
    }
    segments.push(encodeURIComponent(segment))
    index += written.length + 1
  }
  return { value: `/${segments.join('/')}/`, faults: [] }
}
