/** Characters that are not allowed in content, by offset, with the reason and what to do. */
export interface CharacterFault {
  index: number
  length: number
  found: string
  expected: string
  hint: string
}

/**
 * Radicals of the CJK supplement that Unicode does not map to ideographs, each before its ideograph
 * (EquivalentUnifiedIdeograph.txt).
 */
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'

const pairsOf = (text: string) => {
  const characters = [...text]
  return new Map(
    characters.flatMap((character, index): [string, string][] =>
      index % 2 === 0 ? [[character, characters[index + 1] as string]] : [],
    ),
  )
}

const radicals = pairsOf(supplement)

/** The character that a radical or compatibility form looks like, or the character itself. */
export const unifiedForm = (character: string): string =>
  radicals.get(character) ?? character.normalize('NFKC')

const lookalikes = pairsOf(
  'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXАAВBЕEКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxѕsіi' +
    'ー一ニ二ハ八ミ三エ工ロ口カ力タ夕ト卜チ千オ才・·•·‧·∙·⋅·―—─—━—⋯…〝“〞”〟”„“‟“｜|',
)

/** The code points of characters, as they can be looked up: U+200B. */
export const codesOf = (text: string) =>
  [...new Set(text)]
    .map(
      (each) => `U+${(each.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .slice(0, 3)
    .join('、')

interface Kind {
  /** Matches one such character. */
  of: RegExp
  name: string
  hint: string
  /** The right character; undefined if nothing should be written instead. */
  right?(character: string): string | undefined
}

const unseen = '删去它：看不见，却会留在网页、检索和下载文件里；多半是从网页或 PDF 复制来的'
const retype = '多半是从 PDF 或别的字库复制来的，用输入法重新打这个字'

/**
 * The kinds of character that are not allowed in content; the first that matches counts. Whether the fonts have all
 * others is checked separately.
 */
const kinds: Kind[] = [
  { of: /\r(?!\n)|[\u2028\u2029\u0085]/u, name: '别的换行符', hint: '换行只用回车键' },
  { of: /(?![\t\n\r])\p{Cc}/u, name: '控制字符', hint: unseen },
  {
    of: /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u,
    name: '改变文字方向的控制符',
    hint: unseen,
  },
  {
    of: /\p{Cf}|\p{Variation_Selector}|[\u115F\u1160\u3164\uFFA0]|\u034F/u,
    name: '零宽字符',
    hint: unseen,
  },
  {
    of: /(?! )\p{Zs}/u,
    name: '特别的空格',
    hint: '汉字之间不留空格，段首不用空格；西文之间用普通的空格',
    right: () => ' ',
  },
  { of: /\p{Cs}/u, name: '残缺的字（半个代理对）', hint: retype },
  { of: /[\uFFFC\uFFFD]/u, name: '丢失的字', hint: '存成别的编码时这里的字丢了，照原文重新输入' },
  { of: /\p{Co}/u, name: '自造字', hint: '别的机器上没有这个字；用输入法打通用的字' },
  { of: /\p{Cn}/u, name: '没有定义的字符', hint: unseen },
  {
    of: /[\u2E80-\u2FDF]/u,
    name: '部首',
    hint: `样子像字，却不是那个字，检索不到；${retype}`,
    right: unifiedForm,
  },
  {
    // Twelve characters of this block are not compatibility forms but characters of their own.
    of: /(?![\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27-\uFA29])[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u,
    name: '兼容字形',
    hint: retype,
    right: unifiedForm,
  },
  {
    of: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u,
    name: '全角的数字或字母',
    hint: '换成半角',
    right: (character) => character.normalize('NFKC'),
  },
  {
    of: /[＂＃＄＆＇＊＜＝＞＠［＼］＾＿｀｛｝]/u,
    name: '全角的符号',
    hint: '换成半角；引号写“”',
    right: (character) => (/[＂＇]/u.test(character) ? undefined : character.normalize('NFKC')),
  },
  {
    of: /[\uFE10-\uFE19\uFE30-\uFE6F]/u,
    name: '竖排或小号的标点',
    hint: '用平常的标点，竖排由网页处理',
    right: (character) => character.normalize('NFKC'),
  },
  {
    of: /(?<=[一二三四五六七八九十][〇○◯OoＯ]?)[○◯OoＯ](?=[〇○◯OoＯ]?[一二三四五六七八九十])/u,
    name: '当作“〇”的圆圈或字母',
    hint: '输入法里打 ling 选“〇”',
    right: () => '〇',
  },
  {
    of: new RegExp(`[${[...lookalikes.keys()].join('')}]`, 'u'),
    name: '样子相近的别的字符',
    hint: retype,
    right: (character) => lookalikes.get(character),
  },
  {
    of: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u,
    name: '外文字母',
    hint: retype,
  },
]

const anyFault = new RegExp(kinds.map(({ of }) => `(?:${of.source})`).join('|'), 'u')

const kindOf = (text: string, index: number): Kind | undefined =>
  kinds.find(({ of }) => {
    const sticky = new RegExp(of.source, 'uy')
    sticky.lastIndex = index
    return sticky.test(text)
  })

/** Every character of a text that is not allowed in content; neighbouring ones of the same kind are one fault. */
export function characterFaults(text: string): CharacterFault[] {
  const faults: CharacterFault[] = []
  const every = new RegExp(anyFault.source, 'gu')
  let last: { kind: Kind; end: number; start: number } | undefined
  const close = () => {
    if (!last) return
    const { kind, start, end } = last
    const wrong = text.slice(start, end)
    const right = [...wrong].map((character) => kind.right?.(character) ?? '').join('')
    const shown = /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(wrong) ? `“${wrong}”` : ''
    faults.push({
      index: start,
      length: end - start,
      found: `${kind.name}${shown}（${codesOf(wrong)}）`,
      expected: right.trim()
        ? `“${right}”（${codesOf(right)}）`
        : right
          ? '普通的空格，或不留空格'
          : '没有这种字符',
      hint: kind.hint,
    })
    last = undefined
  }
  for (const { index, 0: character } of text.matchAll(every)) {
    const kind = kindOf(text, index)
    if (!kind) continue
    if (last && (last.kind !== kind || last.end !== index)) close()
    last = { kind, start: last?.start ?? index, end: index + character.length }
  }
  close()
  return faults
}

/** Text for a one-line message: invisible characters are written as their codes. */
export const seen = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, (each) => `[${codesOf(each)}]`)
