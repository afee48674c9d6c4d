import { describe, expect, test } from 'vitest'
import { chapterOf, problemsOf } from './chapter.ts'

test('a chapter in the vocabulary has no problem', () => {
  const body = `## 小题

区政协<When id="start-2024" />召开<Fact id="example.sessions" />**“示例会”**协商，<Term id="proposal">提案</Term>办理。

{/* 写给同事看的话 */} {/* 再说 */}

看[别处的网页](https://example.org/a?b=c#d)，写信[联系](mailto:a@example.org)，打[电话](tel:010-12345678)。

- 一条
- 又一条

1. 头一条
2. 后一条

> 引文

**书香政协**·南湖阅享会，<Term id="proposal">提案</Term>-办理，<Fact id="example.firms" />（1）。

<Figure id="sessions" />

<Plate id="kickoff" />
`
  expect(problemsOf(body)).toEqual([])
})

describe('one thing wrong', () => {
  test.each([
    ['一段。\n\n<Figrue id="sessions" />', '3:1 发现未知的组件 <Figrue>', '是不是 <Figure>'],
    ['有<Fcat id="example.firms" />。', '1:2 发现未知的组件 <Fcat>', '是不是 <Fact>'],
    ['有<fact id="example.firms" />。', '1:2 发现HTML 标签 <fact>', '是不是 <Fact>'],
    ['有<b>粗</b>。', '1:2 发现HTML 标签 <b>', '不写 HTML 标签'],
    ['一行<br>又一行。', '1:3 发现HTML 标签 <br>', '不写 HTML 标签'],
    ['一行<br />又一行。', '1:3 发现HTML 标签 <br>', '不写 HTML 标签'],
    ['有<>空</>。', '1:2 发现没有名字的标签', '删去它'],
    ['有<Fact />。', '1:2 发现没有 id 的 <Fact>', '<Fact id="…" />'],
    ['有<Fact id="" />。', '1:8 发现不是文字的 id', '英文双引号'],
    ['有<Fact id={1} />。', '1:8 发现不是文字的 id', '英文双引号'],
    ['有<Fact id="example.firm" />。', '1:12 发现没有登记的“example.firm”', '“example.firms”'],
    ['在<When id="start" />。', '1:12 发现没有登记的“start”', 'timeline.json'],
    ['<Plate id="sessions" />', '1:12 发现没有登记的“sessions”', 'captions.json'],
    ['有<Fact id="example.firms" unit="家" />。', '1:27 发现多余的属性 unit', '只有 id'],
    ['有<Fact {...x} />。', '1:8 发现多余的属性 {…}', '只有 id'],
    ['有<Fact id="example.firms">家</Fact>。', '1:2 发现包着文字的 <Fact>', '删去标签之间'],
    ['有<Term id="proposal" />。', '1:2 发现没有文字的 <Term>', '写在标签之间'],
    ['见<Figure id="sessions" />图。', '1:2 发现夹在段落里的 <Figure>', '各空一行'],
    ['# 大题', '1:1 发现1 级标题', '##'],
    ['### 小题', '1:1 发现3 级标题', '##'],
    ['有__粗__字', '1:2 发现', '__'],
    ['__粗__', '1:1 发现用下划线标出的', '**文字**'],
    ['好** 坏**', '1:2 发现没有生效的 **', '成对'],
    ['import x from "y"', '1:1 发现代码 import', '不用导入'],
    ['export const x = 1', '1:1 发现代码 export', '不用导入'],
    ['有{example.firms}家', '1:2 发现花括号里的内容 {example.firms}', '<Fact id="…" />'],
    ['{x}', '1:1 发现花括号里的内容', '没有花括号'],
    ['好&#x200B;的', '1:2 发现转写的字符 &#x200B;', '直接打这个字'],
    ['好&shy;的', '1:2 发现转写的字符 &shy;', '直接打这个字'],
    ['好{/* 注 */ evil() /* 注 */}', '1:2 发现花括号里的内容', '没有花括号'],
    ['{/* 注 */ evil() /* 注 */}', '1:1 发现花括号里的内容', '没有花括号'],
    ['![图](missing.png)', '1:1 发现插进正文的图片', 'captions.json'],
    ['![图](https://example.org/a.png)', '1:1 发现插进正文的图片', 'captions.json'],
    [
      '看[这里](javascript:alert())。',
      '1:2 发现不能用的链接[这里](javascript:alert())',
      'https://',
    ],
    ['看[这里](JaVaScript:alert())。', '1:2 发现不能用的链接', 'https://'],
    ['看[这里](//example.org/a)。', '1:2 发现不能用的链接', 'https://'],
    ['看[这里](https:///a)。', '1:2 发现不能用的链接', 'https://'],
    ['看[这里](https://nanhu)。', '1:2 发现不能用的链接', '别人也打得开'],
    ['看[这里](https://www..cn/)。', '1:2 发现不能用的链接', '别人也打得开'],
    ['看[这里](http://localhost:4321/)。', '1:2 发现不能用的链接', '别人也打得开'],
    ['看[这里](http://192.168.1.2/)。', '1:2 发现不能用的链接', '别人也打得开'],
    ['看[这里]（https://example.org/）。', '1:5 发现没有生效的链接', '都用半角的'],
    ['看[这里](learning.mdx #题)。', '1:5 发现没有生效的链接', '不留空格'],
    ['看 https://example.org/ 吧。', '1:3 发现直接写出的网址', '圆括号里'],
    ['-党建引领', '1:1 发现没有生效的列表', '留一个空格'],
    ['• 党建引领', '1:1 发现当作列表的点', '一个空格开头'],
    ['1、党建', '1:1 发现没有生效的编号', '写作 1. 加一个空格'],
    ['##党建引领', '1:1 发现没有生效的小标题', '留一个空格'],
    ['＞ 引文', '1:1 发现没有生效的引文', '半角'],
    ['看[这里]()。', '1:2 发现没有网址的链接', '[文字](https://…)'],
    ['看[ ](https://example.org/)。', '1:2 发现没有文字的链接', '方括号里写上文字'],
    ['看[这里][x]。\n\n[x]: javascript:x', '1:2 发现写在别处的网址', '跟着文字写'],
    [
      '看[<Fact id="example.firms" />](https://example.org/)',
      '1:3 发现链接里的 <Fact>',
      '链接外面',
    ],
    ['<Term id="proposal">提<Fact id="example.firms" /></Term>', '1:1 发现夹着别的东西的', '外面'],
    ['有<Term id="proposal">[提案](https://example.org/)</Term>', '1:2 发现夹着别的东西的', '外面'],
    ['有<Term id="proposal"> </Term>', '1:2 发现没有文字的 <Term>', '写在标签之间'],
    ['##', '1:1 发现空的小标题', '删去 ##'],
    ['## ![图](a.png)', '1:1 发现夹着别的东西的小标题', '移到正文里'],
    ['## <Fact id="example.firms" />', '1:1 发现夹着别的东西的小标题', '移到正文里'],
    [`## ${'题'.repeat(41)}`, '1:1 发现41 个字的小标题', '缩短'],
    ['```\n缩进\n```', '1:1 发现代码块', '```'],
    ['好`x`', '1:2 发现代码标记', '强调用 **文字**'],
    ['---', '1:1 发现分隔线', '小标题'],
    ['好`坏', '1:2 发现没有生效的 `', '成对'],
    ['好*坏', '1:2 发现没有生效的 *', '成对'],
    ['好~~坏~~', '1:2 发现没有生效的 ~~', '删除线'],
    ['| 甲 | 乙 |\n| --- | --- |', '1:1 发现没有生效的 | 甲 | 乙 |', '表由数据生成'],
    [`${'>'.repeat(300)} 引`, '1:13 发现套了 12 层以上的标记', '重复了'],
    [`${'- '.repeat(300)}列`, '1:13 发现套了 12 层以上的标记', '重复了'],
  ])('%s', (body, start, hint) => {
    const [problem] = problemsOf(body)
    expect(problem).toMatch(new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
    expect(problem).toContain(hint)
  })
})

describe('a syntax error', () => {
  test.each([
    ['有<Fact id="example.firms">家。\n\n下一段。', '1:2 发现没有结束的 <Fact>'],
    ['有<Fact id=x />。', '1:11 发现标签里出现“x”'],
    ['有</Fact>。', '1:3 发现没有开始标签的结束标签'],
    ['有<Term id="proposal">词</Fact>。', '1:23 发现结束标签 </Fact>'],
    ['好。\n\n有 { 没有闭合。', '3:3 发现没有闭合的 {'],
    ['<!-- 注 -->', '1:2 发现标签里出现“!”'],
    ['小于 <1 的', '1:5 发现标签里出现“1”'],
  ])('%s', (body, message) => {
    expect(problemsOf(body)).toHaveLength(1)
    expect(problemsOf(body)[0]).toContain(message)
  })

  test('does not hide another, nor what is wrong in other paragraphs', () => {
    const body = '有<Fact id="example.firms">家。\n\n### 小题\n\n有<Fact id=x />。\n\n有<Fcat />。'
    const places = problemsOf(body).map((problem) => problem.split(' ')[0])
    expect(places.sort()).toEqual(['1:2', '3:1', '5:11', '7:2'])
    expect(chapterOf(body).complete).toBe(false)
  })

  test('is found in a file with Windows line ends', () => {
    expect(problemsOf('好。\r\n\r\n有<Fact id=x />。\r\n\r\n<Fcat />\r\n')).toEqual([
      expect.stringMatching(/^3:11 /),
      expect.stringMatching(/^5:1 /),
    ])
  })
})
