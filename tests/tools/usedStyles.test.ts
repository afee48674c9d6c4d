import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { stringWords, usedStyles } from '../../src/tools/usedStyles.ts'

const page = (css: string, policy = '') =>
  `<meta http-equiv="content-security-policy" content="style-src 'self'${policy}"><style>${css}</style><p class="note first">.gone</p>`
const styleOf = (html: string) => /<style>(.*)<\/style>/s.exec(html)?.[1] ?? ''

test('a page keeps the rules of its own classes, of a script’s, and of no class, and drops the rest', () => {
  const css =
    'p{top:0}.note{left:0}.lit .note{right:0}.gone{top:1px}.gone .note{left:1px}p:not(.gone){bottom:0}'
  const kept = styleOf(usedStyles(page(css), new Set(['lit'])))
  expect(kept).toBe('p{top:0}.note{left:0}.lit .note{right:0}p:not(.gone){bottom:0}')
})

test('the policy names the style as it has become', () => {
  const html = usedStyles(page('.gone{top:1px}.note{left:0}'), new Set())
  const hash = createHash('sha256').update('.note{left:0}').digest('base64')
  expect(html).toContain(`style-src 'self' 'sha256-${hash}'`)
})

test('a class counts however it is quoted', () => {
  const html = usedStyles("<style>.a{top:0}.b{left:0}</style><p\nclass='a b'></p>", new Set())
  expect(styleOf(html)).toBe('.a{top:0}.b{left:0}')
})

test('an id or an animation is not taken for the unused class of its name', () => {
  const css = '.spin{top:0}#spin{left:0}@keyframes spin{to{top:1px}}'
  expect(styleOf(usedStyles(page(css), new Set()))).toContain('#spin{left:0}@keyframes spin')
})

test('every word in a script’s strings counts as a class it may give, an apostrophe before it or not', () => {
  const script = 'say("don\'t");b.className="dot placed";c=`ring ${lost} ${d("lit")}`'
  expect(stringWords(script)).toEqual(['don', 't', 'dot', 'placed', 'ring', 'lit'])
})

test('several styles become one, in the place of the first and in their order', () => {
  const html = usedStyles('<style>p{top:0}</style><i></i><style>p{left:0}</style>', new Set())
  expect(html).toBe('<style>p{top:0;left:0}</style><i></i>')
})

test('a style of a noscript, an svg or a template stays there, for whom it is meant', () => {
  const kept = [
    '<noscript><style>.lost{top:0}</style></noscript>',
    '<svg><style>.b{top:0}</style></svg>',
    '<template><style>.c{top:0}</style></template>',
  ].join('')
  const html = usedStyles(`<head>${kept}<style>p{left:0}</style></head>`, new Set())
  expect(html).toBe(`<head>${kept}<style>p{left:0}</style></head>`)
})

test('a style after the head stays where it is, after what comes before it', () => {
  const page = '<head><style>p{left:0}</style></head><p></p><style>.lost{top:0}</style>'
  expect(usedStyles(page, new Set())).toBe(page)
  const bare = '<head></head><style>.lost{top:0}</style>'
  expect(usedStyles(bare, new Set())).toBe(bare)
})

test('what a supported browser needs besides the standard is kept; what it does not is not added', () => {
  const css =
    'p{color:#000;color:light-dark(#000,#fff);margin-inline:1px;text-decoration:underline dotted red}'
  const html = usedStyles(`<head><style>${css}</style></head>`, new Set())
  expect(styleOf(html)).toBe(
    'p{color:#000;color:light-dark(#000,#fff);margin-inline:1px;-webkit-text-decoration:underline dotted red;text-decoration:underline dotted red}',
  )
})

const onPaper =
  '@page{size:A4}@page:first{margin:0}p{top:0}@media print{p{top:1px}.gone{left:0}}@media (width<9px){p{left:0}}'

test('what only paper shows comes last in the style, so that it prevails', () => {
  const html = usedStyles(`<head><style>${onPaper}</style></head>`, new Set())
  expect(styleOf(html)).toBe(
    'p{top:0}@media (width<9px){p{left:0}}@page{size:A4}@page:first{margin:0}@media print{p{top:1px}}',
  )
})

test('where a sheet is asked for, what only paper shows leaves the style for it, and is linked last in the head', () => {
  const sheets: string[] = []
  const html = usedStyles(
    `<head><style>${onPaper}</style><link rel="icon" href="/i"></head>`,
    new Set(),
    (sheet) => `/a${sheets.push(sheet)}.css`,
  )
  expect(sheets).toEqual(['@page{size:A4}@page:first{margin:0}@media print{p{top:1px}}'])
  expect(html).toBe(
    '<head><style>p{top:0}@media (width<9px){p{left:0}}</style><link rel="icon" href="/i"><noscript><link rel="stylesheet" href="/a1.css" media="print"></noscript></head>',
  )
})
