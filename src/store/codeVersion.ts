import { projectRoot } from '../roots.ts'
import { hashFiles } from './hashFiles.ts'

const variable = 'CODE_VERSION'
const files = ['astro.config.mjs', 'fonts', 'package-lock.json', 'public', 'src', 'tsconfig.json']

const readVersion = (): string =>
  [hashFiles(projectRoot, files), process.version, process.platform, process.arch].join(' ')

/**
 * The version of the code in every key of the store: the project's code, its libraries, its fonts, and the Node that
 * runs them. It is computed once and passed on in the environment, because bundled modules do not know their folder.
 */
export function codeVersion(): string {
  process.env[variable] ??= readVersion()
  return process.env[variable]
}

/** Whether the code is still what its version says; files may have been saved since. */
export const isSameCode = (): boolean => codeVersion() === readVersion()
