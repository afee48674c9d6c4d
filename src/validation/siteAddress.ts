import { characterFaults } from '../facts/characters.ts'
import { decodePath, quoted, type ReadSetting } from './settingText.ts'

const exampleSite = 'https://www.example.gov.cn'

/** The address of a site, scheme and host only; undefined if there is none or something is wrong with it. */
export function readSite(text: string): ReadSetting<string | undefined> {
  const bad = (...faults: ReadSetting<undefined>['faults']) => ({ value: undefined, faults })
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
  const faults: ReadSetting<undefined>['faults'] = []
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
