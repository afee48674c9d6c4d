import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../documents/document.ts'
import { parseJson } from '../documents/jsonDocument.ts'
import type { Problem } from '../documents/problem.ts'
import { readText } from '../documents/readText.ts'
import { schemaProblems } from '../documents/schemaProblems.ts'
import { siteFileSchema } from '../schemas/siteFile.ts'

/** The name of a setting, as a variable of the environment and in site.json. */
export type SettingName = keyof typeof siteFileSchema.shape

/** What site.json says, as the environment would say it, and what is wrong in it apart from what its values mean. */
export interface SiteFile {
  values: Partial<Record<SettingName, string>>
  /** Undefined where there is no file, or nothing could be read of it. */
  document?: Document
  problems: Problem[]
}

/** A content root without site.json. */
export const noSiteFile: SiteFile = { values: {}, problems: [] }

/** Reads the site.json beside content/ and data/; there need not be one. */
export function readSiteFile(root: string): SiteFile {
  const file = 'site.json'
  if (!existsSync(join(root, file))) return noSiteFile
  const { text, problems } = readText(root, file)
  if (text === undefined) return { values: {}, problems }
  const { document, problems: syntax } = parseJson(file, text)
  problems.push(...syntax)
  if (!document) return { values: {}, problems }
  problems.push(...schemaProblems(document, siteFileSchema))
  const written = Object.entries(document.value ?? {}) as [SettingName, unknown][]
  const values = Object.fromEntries(
    written
      .filter(([name, value]) => siteFileSchema.shape[name]?.safeParse(value).success)
      .map(([name, value]) => [name, String(value)]),
  )
  return { values, document, problems }
}
