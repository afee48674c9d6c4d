import { problemAt } from '../documents/document.ts'
import { type Problem, sortProblems } from '../documents/problem.ts'
import { isDraft, listEditions, loadRegisters } from '../records/registers.ts'
import { publisherSchema } from '../schemas/publisher.ts'
import { readSettings } from '../validation/settings.ts'
import { readSiteFile } from '../validation/siteFile.ts'
import { validate } from '../validation/validate.ts'
import { checkPublisher, isFake } from './checkPublisher.ts'
import { readVersion, uncommitted } from './version.ts'

/** How a release was asked for. */
interface Asked {
  /** For those who decide: details may be missing, and every page is stamped. */
  preview: boolean
  /** Drafts are left out of it on purpose. */
  withoutDrafts: boolean
}

const at = (file: string): Pick<Problem, 'file' | 'line' | 'column'> => ({
  file,
  line: 1,
  column: 1,
})

/** What is not committed, so that the version would not say what was released. */
function checkCommitted(root: string): Problem[] {
  if (!readVersion(root))
    return [
      {
        ...at('.git'),
        found: '没有提交',
        expected: 'git 仓库，已有提交',
        hint: '发布的版本号取自提交；在克隆来的仓库里运行',
      },
    ]
  return uncommitted(root).map((file) => ({
    ...at(file),
    found: '没有提交的改动',
    expected: '与最近的提交相同',
    hint: '先提交，或撤去改动；data/ 里的 released.json 是上次发布写的，也要提交',
  }))
}

/** The settings that a release needs. */
function checkSettings(
  root: string,
  environment: NodeJS.ProcessEnv,
  { preview }: Asked,
): Problem[] {
  const { site } = readSettings(environment, readSiteFile(root))
  const own = environment.CONTENT_ROOT
    ? [
        {
          ...at('环境变量 CONTENT_ROOT'),
          found: `“${environment.CONTENT_ROOT}”`,
          expected: '不设，用仓库里的内容',
          hint: '别处的内容不在提交里，不能由版本号认出来',
        },
      ]
    : []
  if (preview || (site && !isFake(site))) return own
  return [
    ...own,
    {
      ...at('环境变量 SITE_URL'),
      found: site ? `不像是真的“${site}”` : '没有设',
      expected: '网站的协议和主机名',
      hint: '没有它，就没有规范网址、分享图、订阅和二维码；写在 site.json 里（docs/publishing.md）；只是给人看看，用 npm run release -- --preview',
    },
  ]
}

/** The drafts that the release would leave out without anybody having said so. */
function checkDrafts(root: string, { withoutDrafts }: Asked): Problem[] {
  if (withoutDrafts) return []
  return listEditions(root)
    .filter((year) => isDraft(root, year))
    .flatMap((year) => {
      const document = loadRegisters(root, year).byName.get('edition')?.document
      if (!document) return []
      return problemAt(document, ['status'], {
        found: `${year} 版还是草稿，不会发布`,
        expected: 'published，或说明这次不发布它',
        hint: '写完了，改成 published；这次只发布别的版，用 npm run release -- --without-drafts',
      })
    })
}

/** The publisher's details of a content root. */
function checkDetails(root: string, { preview }: Asked): Problem[] {
  const [year] = listEditions(root)
  const document =
    year === undefined ? undefined : loadRegisters(root, year).byName.get('publisher')?.document
  const { data } = publisherSchema.safeParse(document?.value)
  return document && data ? checkPublisher(document, data, { preview }) : []
}

/** Every reason not to release a project as it is, in order. */
export function checkRelease(
  root: string,
  environment: NodeJS.ProcessEnv,
  asked: Asked,
): Problem[] {
  return sortProblems([
    ...checkCommitted(root),
    ...checkSettings(root, environment, asked),
    ...checkDrafts(root, asked),
    ...checkDetails(root, asked),
    ...validate(root).problems,
  ])
}
