import { excerpt, highlight, type Run } from '../../search/excerpt.ts'
import type { Group, Hit } from '../../search/rank.ts'

export const nothingFound = '没有找到包含全部词语的页面。'
export const pagesFound = (pages: number) => `找到${pages}页。`

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...content)
  return made
}

const written = (runs: Run[]) =>
  runs.map((run) => (run.mark ? element('mark', {}, run.text) : run.text))

function result({ page }: Hit, parts: readonly string[]): HTMLElement {
  return element(
    'li',
    { 'data-result': '', 'data-kind': page.kind },
    element('a', { href: page.url }, ...written(highlight(page.title, parts))),
    element('p', {}, ...written(excerpt(page.text, parts, page.wholePhrases))),
  )
}

/** The results as one list of groups; a group whose leading page does not match itself is named above its figures. */
export function resultList(groups: readonly Group[], parts: readonly string[]): Node[] {
  return groups.map(({ title, hits }) =>
    element(
      'ul',
      { class: 'group', 'aria-label': title },
      ...(hits[0]?.page.kind === 'figure' && title
        ? [element('li', { class: 'from' }, title)]
        : []),
      ...hits.map((hit) => result(hit, parts)),
    ),
  )
}

/** The button that tries again after a failure. */
export const retryButton = () => element('button', { type: 'button', class: 'link' }, '重试')
