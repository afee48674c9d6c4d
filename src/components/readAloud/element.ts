/**
 * `<read-aloud>`: shown once the device is known to have a Chinese voice of its own; the reading script is loaded only
 * when its button is pressed.
 */
export class ReadAloud extends HTMLElement {
  /** The voices to read with: only the device's own, because others would send the text to a server. */
  voices: SpeechSynthesisVoice[] = []

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return
    const look = () => {
      this.voices = speechSynthesis
        .getVoices()
        .filter(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang))
      this.hidden = !this.voices[0]
    }
    look()
    // Older Safari knows its voices at once and does not support listeners here.
    speechSynthesis.onvoiceschanged = look
    this.addEventListener(
      'click',
      () => {
        // An iPhone lets a page speak only if it starts within a press; an empty text starts without a sound.
        speechSynthesis.speak(new SpeechSynthesisUtterance(''))
        const template = this.nextElementSibling as HTMLTemplateElement
        template.replaceWith(template.content)
      },
      { once: true },
    )
  }
}
customElements.define('read-aloud', ReadAloud)
