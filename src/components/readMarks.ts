/**
 * `<read-marks>`: hover, touch and arrow keys select a mark and show its table row; it says nothing that is not on the
 * page.
 */
class ReadMarks extends HTMLElement {
  connectedCallback(): void {
    const figure = this.closest('figure') as HTMLElement
    const rows = [...figure.querySelectorAll<HTMLTableRowElement>('[data-reads]')]
    const words = this.lastElementChild as HTMLElement
    let at = -1
    const marks = rows.map((row, index) => {
      const [of, from = 0, to = 1e9] = (row.dataset.reads as string).split(' ')
      return [...this.querySelectorAll('svg')].map((svg) => {
        const mark = document.createElementNS(svg.namespaceURI, 'path') as SVGPathElement
        const outlines = [...svg.querySelectorAll(`[data-marks="${of}"] path`)].map((path) =>
          path.getAttribute('d'),
        )
        mark.classList.add('at')
        mark.setAttribute('d', outlines.join('').split(/(?=M)/).slice(+from, +to).join(''))
        mark.onpointerenter = () => show(index)
        // A lifted finger also leaves the mark; what it touched stays selected.
        mark.onpointerleave = (event) => event.pointerType === 'mouse' && show(-1)
        return svg.appendChild(mark)
      })
    })
    const show = (index: number) => {
      at = index
      marks.forEach((cuts, one) => {
        for (const mark of cuts) mark.classList.toggle('on', one === at)
      })
      words.textContent = [...(rows[at]?.cells ?? [])]
        .map((cell) => [cell.dataset.label, cell.textContent].join(' ').trim())
        .join('；')
    }
    this.tabIndex = 0
    this.onblur = () => show(-1)
    this.onkeydown = (event) => {
      const { key } = event
      // Not `pressedKey`, so that this stays a single file; nothing is typed here.
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (key === 'Escape') this.blur()
      if (!/^Arrow/.test(key)) return
      event.preventDefault()
      const step = /Right|Down/.test(key) ? 1 : -1
      show(at < 0 ? 0 : (at + step + rows.length) % rows.length)
    }
  }
}
customElements.define('read-marks', ReadMarks)
