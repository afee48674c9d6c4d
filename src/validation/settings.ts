import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { contentRoot } from '../roots.ts'
import { readBase } from './basePath.ts'
import { namedCharacter, quoted, type ReadSetting } from './settingText.ts'
import { readSite } from './siteAddress.ts'
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

function readKey(text: string): ReadSetting<string> {
  const wrong = /[^0-9A-Za-z]/u.exec(text)
  const fault = wrong && {
    index: wrong.index,
    found: `密钥里的${namedCharacter(wrong[0])}`,
    expected: '字母和数字组成的密钥',
    hint: '从天地图控制台重新复制，前后不留空格和引号',
  }
  return { value: fault ? '' : text, faults: fault ? [fault] : [] }
}

const placed = (name: string, { faults }: ReadSetting<unknown>): Problem[] =>
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
  read: (text: string) => ReadSetting<Value>,
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
