import type { ReadAloud } from './element.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

const control = document.querySelector('read-aloud') as ReadAloud
const [play, stop] = control.querySelectorAll('button') as Iterable<HTMLButtonElement> as [
  HTMLButtonElement,
  HTMLButtonElement,
]
const still = matchMedia('(prefers-reduced-motion: reduce)')
const name = 'read-aloud'

let sentences: Sentence[] = []
let at = 0
/** What is being said; the end of anything else, given up before, is of no account. */
let said: SpeechSynthesisUtterance | undefined

function show(state: 'reading' | 'paused' | undefined): void {
  if (state) control.dataset.state = state
  else delete control.dataset.state
  play.textContent = state === 'reading' ? '暂停' : state === 'paused' ? '继续' : '朗读'
  if (!state && document.activeElement === stop) play.focus()
  stop.hidden = !state
}

/** Marks the sentence where the browser can, and scrolls to it when it is out of view or something lies over it. */
function mark({ block, from, to }: Sentence): void {
  const range = new Range()
  if (from && to) {
    range.setStart(...from)
    range.setEnd(...to)
    CSS.highlights?.set(name, new Highlight(range))
  } else CSS.highlights?.delete(name)
  const rects = (from ? range : block).getClientRects()
  const [first, last] = [rects[0], rects[rects.length - 1]]
  if (!first || !last) return
  const isSeen = ({ left, top, height }: DOMRect) =>
    block.contains(document.elementFromPoint(left + 1, top + height / 2))
  if (last.bottom < innerHeight * 0.9 && isSeen(first) && isSeen(last)) return
  scrollBy({
    top: Math.max(first.top - innerHeight / 2, last.bottom - innerHeight * 0.8),
    behavior: still.matches || document.documentElement.dataset.mode ? 'auto' : 'smooth',
  })
}

function say(): void {
  const sentence = sentences[at]
  const { voices } = control
  // Mandarin before other accents; an utterance without a voice of its own might get one that is remote.
  const voice = voices.find(({ lang }) => /CN|Hans/i.test(lang)) ?? voices[0]
  if (!sentence || !voice) {
    end()
    return
  }
  // One for each sentence: browsers break off what takes long. Kept, since one that is collected never ends.
  const utterance = new SpeechSynthesisUtterance(sentence.text)
  said = utterance
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.onend = () => {
    if (utterance !== said) return
    at++
    say()
  }
  utterance.onerror = () => utterance === said && end()
  speechSynthesis.speak(utterance)
  mark(sentence)
}

function hush(): void {
  said = undefined
  speechSynthesis.cancel()
}

function start(): void {
  hush()
  if (sentences.length === 0) sentences = sentencesOf(document.querySelector('main') as Element)
  show('reading')
  say()
}

// Android takes a pause for an end, so a sentence that was broken off is said again from its beginning.
function pause(): void {
  hush()
  show('paused')
}

function end(): void {
  hush()
  CSS.highlights?.delete(name)
  sentences = []
  at = 0
  show(undefined)
}

play.onclick = () => (said ? pause() : start())
stop.onclick = end
addEventListener('pagehide', end)
addEventListener('keydown', ({ keyCode }) => {
  // Escape, which an input method that takes it turns into 229; what is open closes first.
  if (keyCode === 27 && !document.querySelector(':is(:popover-open, dialog[open])')) end()
})
start()
