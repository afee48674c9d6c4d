import { replaceAddress, settleAddress } from '../../client/address.ts'
import { isPlainClick, pressedKey } from '../../client/keys.ts'
import { type Answer, answerQuery } from './answer.ts'
import { quantityCard, termCard } from './answerCard.ts'
import { searchArchive, steps } from './archive.ts'
import { createElement } from './createElement.ts'
import { deepLink } from './deepLink.ts'
import { leavePassage, markPassage } from './markPassage.ts'
import { fetchText, type OpenEdition } from './openText.ts'
import { ResultList } from './resultList.ts'
import { entryItem, pageItems } from './results.ts'

/** So many pages of each earlier edition are shown, until the reader asks for all. */
const fewPages = 3

/** What the reader is told of an answer. */
function formatAnswer({ kind, entries, pages, figures, term }: Answer): string {
  if (kind === 'sound') return `按拼音找到${entries.length}处。`
  if (kind === 'exact') return `找到${pages.length}页。`
  if (kind !== 'none') return `没有完全匹配；相近内容${pages.length}页。`
  return figures.length > 0 || term ? '' : '没有找到包含全部词语的页面。'
}

/** How the results of an answer that is not exact were come by, above them. */
function formatKind({ kind, parts }: Answer): string {
  const quoted = parts.map((part) => `“${part}”`).join('')
  if (kind === 'everyday') return `本站的说法是${quoted}`
  if (kind === 'split') return `分开来找：${quoted}`
  return kind === 'near' ? '相近内容' : ''
}

/** Brings a search field and its results to life; what is typed is answered at once when the text is there. */
export class SearchBox {
  #host: HTMLElement
  #root: string
  #input: HTMLInputElement
  #status: HTMLElement
  #results: HTMLElement
  #nothingFound: HTMLElement
  #list: ResultList
  #edition: Promise<OpenEdition> | undefined
  #turn = 0

  constructor(host: HTMLElement) {
    this.#host = host
    this.#root = host.dataset.root ?? '/'
    this.#input = host.querySelector('input') as HTMLInputElement
    this.#status = host.querySelector('[role=status]') as HTMLElement
    this.#results = host.querySelector('[data-search-results]') as HTMLElement
    this.#nothingFound = host.querySelector('[data-nothing-found]') as HTMLElement
    this.#list = new ResultList(this.#input, this.#results)
    this.#nothingFound.hidden = true
    host.addEventListener('input', (event) => {
      // Half-typed pinyin is no query; the composed text arrives with compositionend.
      if (!(event as InputEvent).isComposing) this.answer()
    })
    host.addEventListener('compositionend', () => this.answer())
    host.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.#list.chosen) this.answer()
    })
    this.#input.addEventListener('keydown', (event) => this.#press(event))
    host.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      if (link && isPlainClick(event)) this.#follow(link)
    })
    host.closest('dialog')?.addEventListener('close', () => history.replaceState(null, ''))
    this.#open().catch(() => {})
    if (this.#input.value) this.answer()
  }

  #open(): Promise<OpenEdition> {
    this.#edition ??= fetchText(this.#root)
    this.#edition.catch(() => {
      this.#edition = undefined
    })
    return this.#edition
  }

  #press(event: KeyboardEvent) {
    const key = pressedKey(event)
    if (this.#list.press(key)) event.preventDefault()
    // In a search field Escape would first only empty it.
    else if (key === 'Escape') this.#host.closest('dialog')?.close()
  }

  #follow(link: HTMLAnchorElement) {
    leavePassage(link)
    if (link.pathname === location.pathname) {
      // The passage is on this very page, behind the dialog.
      this.#host.closest('dialog')?.close()
      setTimeout(markPassage)
    } else if (this.#isInAddress) settleAddress()
    else history.replaceState({ search: this.#input.value }, '')
  }

  get #isInAddress() {
    return this.#host.hasAttribute('data-in-address')
  }

  /** Answers what stands in the field. */
  async answer(): Promise<void> {
    const turn = ++this.#turn
    const query = this.#input.value
    if (this.#isInAddress) {
      replaceAddress(query ? `?${new URLSearchParams({ q: query })}` : location.pathname)
    }
    if (query.trim() === '') {
      this.#list.choose()
      this.#show({ items: [] })
      this.#tell('idle', '')
      return
    }
    this.#results.dataset.state = 'loading'
    const edition = await this.#open().catch(() => undefined)
    if (turn !== this.#turn) return
    if (edition) {
      this.#showAnswer(edition, answerQuery(edition, query))
      return
    }
    this.#show({ items: [], ways: [this.#button('重试', () => this.answer())] })
    this.#tell('error', '检索的正文没有载入，请检查网络。')
  }

  #showAnswer(edition: OpenEdition, answer: Answer) {
    const { kind, pages, parts, entries, figures, term } = answer
    const whole = [...edition.whole, ...edition.guarded]
    const isSound = kind === 'sound'
    const items = [
      ...pages.flatMap((page) => pageItems(page, parts, whole)),
      ...entries.slice(0, isSound ? undefined : 5).map((entry) => entryItem(entry, isSound)),
    ]
    const cards = figures.flatMap((figure) => {
      const page = edition.pages[figure.page ?? figure.dataPage ?? -1]
      if (!page) return []
      return [quantityCard(figure, deepLink(page.url, figure.section ?? 'indicators'))]
    })
    if (term) cards.push(termCard(term, edition.pages[term.page]?.url ?? ''))
    const isEmpty = items.length + cards.length === 0
    const search = () => this.#showArchive(edition, answer)
    const hasArchive = edition.earlier.length > 0
    const ways = hasArchive ? [this.#button('在往年各版里找', search)] : []
    this.#show({ items, cards, ways, near: formatKind(answer) })
    if (isEmpty && hasArchive) {
      search()
      return
    }
    this.#nothingFound.hidden = !isEmpty
    this.#tell('done', formatAnswer(answer))
  }

  /** Adds what earlier editions say to the results: so many steps back, all their pages or a few of each. */
  async #showArchive(edition: OpenEdition, answer: Answer, back = 1, most = fewPages) {
    const turn = this.#turn
    const again = (further: number, more: number) => () =>
      this.#showArchive(edition, answer, further, more)
    const { asked } = answer
    const years = steps(edition.earlier).slice(0, back).flat()
    const [next] = steps(edition.earlier)[back] ?? []
    this.#tell('loading', '正在往年各版里找……')
    const found = await searchArchive(this.#root, asked, years).catch(() => undefined)
    if (turn !== this.#turn) return
    if (!found) {
      this.#list.offer([this.#button('重试', again(back, most))])
      return this.#tell('error', '往年各版没有载入，请检查网络。')
    }
    const whole = [...edition.whole, ...edition.guarded]
    const items = found.flatMap(({ year, pages }) => [
      createElement(
        'li',
        { role: 'presentation', class: 'group' },
        `${year}年版（${pages.length}页）`,
      ),
      ...pages.slice(0, most).flatMap((page) => pageItems(page, asked, whole)),
    ])
    const ways = found.some(({ pages }) => pages.length > most)
      ? [this.#button('全部列出', again(back, Number.POSITIVE_INFINITY))]
      : []
    if (next) ways.push(this.#button(`再往前，从${next}年版找起`, again(back + 1, most)))
    this.#list.showMore(items, ways)
    this.#nothingFound.hidden = !this.#list.isEmpty
    const count = found.reduce((sum, { pages }) => sum + pages.length, 0)
    const searched = years.length > 1 ? `${years.at(-1)}至${years[0]}年各版` : `${years[0]}年版`
    const told = count > 0 ? `${searched}${count}页。` : `${searched}里没有找到。`
    this.#tell('done', formatAnswer(answer) + told)
  }

  #show(shown: Parameters<ResultList['show']>[0]) {
    this.#list.show(shown)
    this.#nothingFound.hidden = true
  }

  #tell(state: 'idle' | 'loading' | 'done' | 'error', words: string) {
    this.#status.textContent = words
    this.#results.dataset.state = state
  }

  #button(text: string, press: () => void) {
    const button = createElement('button', { type: 'button', class: 'link' }, text)
    button.addEventListener('click', press)
    return button
  }
}
