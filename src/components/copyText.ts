/** The page's own address: the canonical one if the site knows its address, without this visit's query string. */
const pageAddress = () =>
  (document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.origin + location.pathname) + location.hash

/** `<copy-text>`: copies its `data-text`, or else the page's address, and says whether it did. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input') as HTMLInputElement
    const status = this.querySelector('[role=status]') as HTMLElement
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', async (event) => {
      field.value = this.dataset.text ?? pageAddress()
      // The clipboard is missing without https, and some embedded browsers refuse it.
      const copied = await navigator.clipboard?.writeText(field.value).then(
        () => true,
        () => false,
      )
      field.hidden = !!copied
      if (!copied) field.select()
      const done = copied || document.execCommand('copy')
      if (!copied && done) {
        field.hidden = true
        ;(event.target as HTMLElement).focus()
      }
      status.textContent = done ? '已复制' : '没能自动复制，请长按下面的文字复制'
    })
  }
}
customElements.define('copy-text', CopyText)
