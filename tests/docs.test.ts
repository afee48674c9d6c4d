import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import GithubSlugger from 'github-slugger'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/roots.ts'

const files = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const textOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const withoutCode = (text: string) => text.replaceAll(/^```.*?^```/gms, '')

/** The addresses of the headings of a document, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger()
  return [...withoutCode(textOf(file)).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    slugger.slug(title.replaceAll('`', '')),
  )
}

test.each(files)('every file and heading that %s leads to is there', (file) => {
  const links = [
    ...withoutCode(textOf(file))
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, address = '']) => address)
  for (const address of links.filter((one) => !/^(https?:|mailto:|…)/.test(one))) {
    const [path = '', anchor] = address.split('#')
    const target = path === '' ? file : join(dirname(file), decodeURI(path))
    expect(existsSync(join(projectRoot, target)), address).toBe(true)
    if (anchor && target.endsWith('.md'))
      expect(anchorsOf(target), address).toContain(decodeURI(anchor))
  }
})

const { scripts } = JSON.parse(textOf('package.json'))

test.each(files)('every command that %s names is there', (file) => {
  for (const [, name = ''] of textOf(file).matchAll(/npm run ([a-z][\w:-]*)/g))
    expect(Object.keys(scripts)).toContain(name)
})
