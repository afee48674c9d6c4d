/**
 * `<read-aloud>`: shown once the device is known to have a Chinese voice of its own; what reads is asked for only when
 * its button is pressed.
 */
export class ReadAloud extends HTMLElement {
  /** The voices to read with. Others than the device's own would send the text to whoever runs them. */
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
    // Older Safari has the voices at once, and no listeners here.
    speechSynthesis.onvoiceschanged = look
    this.addEventListener(
      'click',
      () => {
        // A page may speak on an iPhone only if it began to within a press; an empty text begins, and says nothing.
        speechSynthesis.speak(new SpeechSynthesisUtterance(''))
        const template = this.nextElementSibling as HTMLTemplateElement
        template.replaceWith(template.content)
      },
      { once: true },
    )
  }
}
customElements.define('read-aloud', ReadAloud)
