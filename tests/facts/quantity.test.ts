import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHanNumeral } from '../../src/facts/formatNumeral.ts'
import { findQuantities } from '../../src/facts/quantity.ts'

const found = (text: string, phrases: string[] = []) =>
  findQuantities(text, phrases).map((quantity) => quantity.text)

describe('quantities', () => {
  test.each([
    ['共办理58件', '58件'],
    ['共办理５８件', '５８件'],
    ['近10万人次', '10万人次'],
    ['下降55.8%', '55.8%'],
    ['①是', '①'],
    ['六大类问题', '六大类'],
    ['七个环节', '七个'],
    ['“五位一体”', '五位'],
    ['连续六年', '六年'],
    ['三张清单', '三张'],
    ['四大攻坚', '四大'],
    ['两支队伍', '两支'],
    ['一个村社', '一个'],
    ['第一', '第一'],
    ['百分之五十五点八', '百分之五十五点八'],
    ['三分之一', '三分之一'],
    ['二〇二五年', '二〇二五年'],
    ['三十余位', '三十余位'],
    ['三百次', '三百次'],
    ['十二场', '十二场'],
    ['近百家', '近百家'],
    ['数十位', '数十位'],
    ['百余件', '百余件'],
    ['三五家', '三五家'],
    ['三成以上', '三成'],
    ['一半', '一半'],
    ['双月观摩', '双月'],
    ['半年', '半年'],
    ['百分百满意', '百分百'],
    ['第Ⅻ次', 'Ⅻ次'],
    ['第三次', '第三次'],
    ['全市第一', '第一'],
    ['解决一个问题', '一个'],
    ['共一批', '一批'],
    ['3月12场', '12场'],
    ['13月', '13月'],
    ['第十届代表12名', '12名'],
    ['A3家', '3家'],
    ['参会委员达百人', '百人'],
    ['收到百条建议', '百条'],
    ['游客突破十万', '突破十万'],
    ['委员人数过百', '过百'],
    ['满意率近百', '近百'],
    ['走访一零八家', '一零八家'],
    ['走访三〇家', '三〇家'],
    ['走访十二三家', '十二三家'],
    ['走访五六七家', '五六七家'],
    ['历时3月', '3月'],
    ['位居全市前三', '前三'],
    ['举办十届论坛', '十届'],
    ['提案翻倍', '翻倍'],
    ['七成提案', '七成'],
    ['共召开两次全体会议', '两次'],
    ['下载APP10万次', '10万次'],
    ['2.05版', '2.05'],
    ['二十大类', '二十大类'],
    ['贰拾家', '贰拾'],
    ['廿余家', '廿'],
    ['七成五', '七成五'],
    ['翻番', '翻番'],
    ['双倍', '双倍'],
  ])('%s', (text, quantity) => {
    expect(found(text)).toEqual([quantity])
  })
})

describe('names and times that hold a number and count nothing', () => {
  test.each(
    [
      '第十届 十五届三次会议 十届二次全体会议 二十届四中全会 第15届 党的二十大 二十大精神 第一书记 第一责任人 第三产业',
      '3月 12月份 3月5日 一季度 第四季度 上半年 下半年 半年度 半年会 一年来 一年一度',
      '5G 3D 4A级景区 G60科创走廊 PM2.5 2.0版 12345热线 12345政务服务便民热线 120急救 南溪路12号 301会议室 A座3楼',
      '第十届委员会第四次会议 十届十二次常委会会议 第二十三次主席会议 十四届全国人大三次会议 第十四次党代会 第一次全体会议 第三轮巡察',
      '二级巡视员 第一副主席 二期工程 “3·15” 三月三 腊月二十三 1至6月 上午九点 20世纪80年代 第一医院 第二分校 走好第一步 新的一年',
      '拨打110、119、120 320国道 28路公交车 高铁1号线 城东路328弄5号 2幢3单元401室 0573-82838000 邮编314000 嘉政协〔2025〕3号',
      '交出一份答卷 走出一条新路 打出一套组合拳 架起一座连心桥 一张网 一支队伍 一年接着一年干',
      '一批 一批好做法 一个平台 又一次 又一个亮点 再一次',
    ].flatMap((line) => line.split(' ')),
  )('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('every everyday word of the starter list would otherwise be taken for a quantity', () => {
  const words: string[] = JSON.parse(readFileSync('data/uncounted-words.json', 'utf8'))
  expect(words.filter((word) => found(word).length === 0)).toEqual([])
})

describe('words that hold a number character and count nothing', () => {
  test.each(
    [
      '一系列 一方面 另一方面 一起 一些 一直 一线 进一步 下一步 新一轮 新一届 每一个 同一个 一次性 一件件',
      '统一部署 统一支持 唯一 万一 逐一回应 之一 十分重要 十字路口 万物 千家万户 百年大计 百花齐放',
      '五一期间 十四五期间 四季分明 第三方 第一时间 一目了然 一看到底 一键直达 零距离 零件 二维码 三农',
      '附近百姓 通过千家 全方位 近年来 多次 首次 户数下降 家次 万元 双方 半导体 五湖四海 千方百计',
    ].flatMap((line) => line.split(' ')),
  )('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('a digit of any width is always found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...'0189０９①½'), (text, digit) => {
      expect(found(`${text}，${digit}`).length).toBeGreaterThan(0)
    }),
  )
})

test('a Han numeral before a counting word is always found', () => {
  const counter = fc.constantFrom('个', '家', '场', '件', '人次', '年', '位')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), counter, (value, word) => {
      const text = `共有${formatHanNumeral(value)}${word}`
      expect(found(text).join('')).not.toBe('')
    }),
  )
})

test('an allowed phrase hides its own quantity and no other', () => {
  expect(found('“三张清单”三张', ['三张清单'])).toEqual(['三张'])
  expect(findQuantities('“三张清单”三张', ['三张清单'])[0]?.index).toBe(6)
})
