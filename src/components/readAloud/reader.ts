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
/** The utterance being spoken; end events of cancelled ones are ignored. */
let said: SpeechSynthesisUtterance | undefined

function show(state: 'reading' | 'paused' | undefined): void {
  if (state) control.dataset.state = state
  else delete control.dataset.state
  play.textContent = state === 'reading' ? '暂停' : state === 'paused' ? '继续' : '朗读'
  if (!state && document.activeElement === stop) play.focus()
  stop.hidden = !state
}

/** Highlights the sentence if the browser can, and scrolls to it if it is out of view or covered. */
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
  // Mandarin first; without an explicit voice the browser might choose a remote one.
  const voice = voices.find(({ lang }) => /CN|Hans/i.test(lang)) ?? voices[0]
  if (!sentence || !voice) {
    end()
    return
  }
  // One utterance per sentence, because browsers break off long ones. It is kept in a variable, because one that is
  // garbage-collected never fires its end event.
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

// On Android a pause ends the utterance, so an interrupted sentence is read again from its beginning.
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
  // Escape; if an input method handles it, the code is 229. Open popovers and dialogs close first.
  if (keyCode === 27 && !document.querySelector(':is(:popover-open, dialog[open])')) end()
})
start()
