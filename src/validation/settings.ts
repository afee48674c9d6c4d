import { problemAt } from '../documents/document.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { innerQuotes } from '../documents/quote.ts'
import { characterFaults } from '../facts/characters.ts'
import { contentRoot } from '../roots.ts'
import { noSiteFile, readSiteFile, type SettingName, type SiteFile } from './siteFile.ts'

/** The settings of the site, from environment variables and site.json. */
export interface Settings {
  /** The site's address, scheme and host only, in ASCII: `https://www.example.gov.cn`; undefined if not set. */
  site: string | undefined
  /** The base path as it stands in addresses: percent-encoded, with a slash at both ends. */
  base: string
  /** The key for 天地图; empty if not set. */
  tiandituKey: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** The value of a setting, and what is wrong with it. */
interface Read<Value> {
  value: Value
  faults: (ProblemWords & { index?: number })[]
}

const quoted = (text: string) => `“${innerQuotes(text)}”`
/** A character for use in a message, also if it is invisible. */
const named = (character: string) => (/\s/.test(character) ? '空白' : quoted(character))
const exampleSite = 'https://www.example.gov.cn'

function readSite(text: string): Read<string | undefined> {
  const bad = (...faults: Read<undefined>['faults']) => ({ value: undefined, faults })
  if (text === '') return bad()
  const space = text.search(/[\s\p{Cc}\p{Cf}]/u)
  if (space >= 0)
    return bad({
      index: space,
      found: `${quoted(text)}里的空白`,
      expected: '没有空白的网址',
      hint: '删去空格、换行和看不见的字符',
    })
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== 'http' && scheme !== 'https')
    return bad({
      found: scheme
        ? `${quoted(`${scheme}://`)}开头的${quoted(text)}`
        : `没有协议的${quoted(text)}`,
      expected: `以 https:// 或 http:// 开头的网址，例如 ${exampleSite}`,
      hint: scheme ? '换成读者用的协议' : '在主机名前写上 https://，网站没有证书才写 http://',
    })
  const url = URL.canParse(text) ? new URL(text) : undefined
  const host = /^\w+:\/\/(?:[^/\\?#]*@)?([^/\\?#]*)/.exec(text)?.[1]?.normalize('NFKC') ?? ''
  // The URL parser accepts hosts with punctuation or with empty parts, and skips slashes to find one.
  const isHost = /^[\p{L}\p{M}\p{N}_.:[\]。-]+$/u.test(host) && characterFaults(host).length === 0
  if (!url || !isHost || /^\.|\.\.|\.$/.test(url.hostname))
    return bad({
      found: `不成网址的${quoted(text)}`,
      expected: `协议和主机名，例如 ${exampleSite}`,
      hint: '核对主机名和端口',
    })
  const faults: Read<undefined>['faults'] = []
  if (url.username || url.password)
    faults.push({
      found: '带用户名或密码的网址',
      expected: `${quoted(url.origin)}`,
      hint: '删去 @ 和它前面的用户名、密码，网址会写在每一页里',
    })
  if (url.pathname !== '/')
    faults.push({
      found: `带路径的${quoted(url.origin + decodePath(url.pathname))}`,
      expected: `只有协议和主机名的${quoted(url.origin)}`,
      hint: `路径写在 BASE_PATH 里：BASE_PATH=${decodePath(url.pathname).replace(/\/?$/, '/')}`,
    })
  for (const [name, part] of [
    ['参数', text.match(/\?[^#]*/)?.[0]],
    ['锚点', text.match(/#.*/)?.[0]],
  ])
    if (part)
      faults.push({
        index: text.indexOf(part),
        found: `网址里的${name}${quoted(part)}`,
        expected: `只有协议和主机名的${quoted(url.origin)}`,
        hint: `删去${quoted(part)}`,
      })
  return faults.length > 0 ? bad(...faults) : { value: url.origin, faults }
}

/** A decoded path; unchanged if it cannot be decoded. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

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
      found: named(wrong[0]),
      expected: `由${allowed}组成的${basePath}`,
      hint: '换个名字，或删去它；参数和锚点不是路径的一部分',
    }
  const [fault] = characterFaults(name)
  return fault && { ...fault, piece: name.slice(fault.index, fault.index + fault.length) }
}

function readBase(text: string): Read<string> {
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

function readKey(text: string): Read<string> {
  const wrong = /[^0-9A-Za-z]/u.exec(text)
  const fault = wrong && {
    index: wrong.index,
    found: `密钥里的${named(wrong[0])}`,
    expected: '字母和数字组成的密钥',
    hint: '从天地图控制台重新复制，前后不留空格和引号',
  }
  return { value: fault ? '' : text, faults: fault ? [fault] : [] }
}

const placed = (name: string, { faults }: Read<unknown>): Problem[] =>
  faults.map(({ index = 0, ...words }) => ({
    file: `环境变量 ${name}`,
    line: 1,
    column: index + 1,
    ...words,
  }))

/**
 * A setting from the environment or else from site.json, and what is wrong with it in both: a variable that is set, even
 * to nothing, is taken.
 */
function readSetting<Value>(
  name: SettingName,
  read: (text: string) => Read<Value>,
  environment: Environment,
  { values, document }: SiteFile,
): { value: Value; problems: Problem[] } {
  const kept = read(values[name] ?? '')
  const inFile = kept.faults.flatMap(({ index, ...words }) =>
    document
      ? problemAt(document, [name], words, index === undefined ? index : { index, length: 1 })
      : [],
  )
  const told = environment[name]
  if (told === undefined) return { value: kept.value, problems: inFile }
  const taken = read(told)
  return { value: taken.value, problems: [...placed(name, taken), ...inFile] }
}

/**
 * The settings from environment variables and site.json, and what is wrong with them; a wrong value counts as not set.
 */
export function readSettings(
  environment: Environment,
  file: SiteFile = noSiteFile,
): Settings & { problems: Problem[] } {
  const site = readSetting('SITE_URL', readSite, environment, file)
  const base = readSetting('BASE_PATH', readBase, environment, file)
  const key = readSetting('TIANDITU_KEY', readKey, environment, file)
  return {
    site: site.value,
    base: base.value,
    tiandituKey: key.value,
    problems: [...file.problems, ...site.problems, ...base.problems, ...key.problems],
  }
}

/** The port for a local server, and what is wrong with the variable. */
export function readPort(
  environment: Environment,
  { values }: SiteFile = noSiteFile,
): { port: number; problems: Problem[] } {
  const text = (environment.PORT ?? values.PORT) || '4321'
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return { port, problems: [] }
  const fault = {
    found: quoted(text),
    expected: '0 到 65535 的整数',
    hint: '换一个端口，或不设 PORT',
  }
  return { port, problems: placed('PORT', { value: port, faults: [fault] }) }
}

/** The settings of this process, from its environment and the site.json of its content. */
export const currentSettings = () => readSettings(process.env, readSiteFile(contentRoot))

/** The port of this process. */
export const currentPort = () => readPort(process.env, readSiteFile(contentRoot))
