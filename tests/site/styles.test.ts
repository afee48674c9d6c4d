import { expect, test } from 'vitest'
import { builtPages } from './builtPages.ts'

/** Selectors of rules nested in other rules. */
function nestedRules(css: string): string[] {
  const open: string[] = []
  const nested: string[] = []
  for (const [, before = '', brace] of css.matchAll(/([^{}]*)([{}])/g)) {
    if (brace === '}') {
      open.pop()
      continue
    }
    const selector = before.split(';').at(-1)?.trim() ?? ''
    if (!selector.startsWith('@') && open.some((outer) => !outer.startsWith('@')))
      nested.push(selector)
    open.push(selector)
  }
  return nested
}

test('no rule stands inside another, for phones that do not know nesting', () => {
  expect(nestedRules('@media print{a{b:c}.d{e:f;& g{h:i}}}')).toEqual(['& g'])
  const styles = new Set(
    builtPages.flatMap(({ document }) =>
      [...document.querySelectorAll('style')].map((style) => style.textContent ?? ''),
    ),
  )
  expect(styles.size).toBeGreaterThan(0)
  for (const css of styles) expect(nestedRules(css)).toEqual([])
})
