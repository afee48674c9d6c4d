import { projectRoot } from '../roots.ts'
import { hashFiles } from './hashFiles.ts'

const variable = 'CODE_VERSION'
const files = ['astro.config.mjs', 'fonts', 'package-lock.json', 'public', 'src', 'tsconfig.json']

/**
 * What stands for the code in every key of the store: the project's own, its libraries, its fonts, and the Node that
 * runs them. It is worked out once and handed on in the environment, since a bundled module no longer knows its place.
 */
export function codeVersion(): string {
  process.env[variable] ??= [
    hashFiles(projectRoot, files),
    process.version,
    process.platform,
    process.arch,
  ].join(' ')
  return process.env[variable]
}
