const [next, previous] = [/^Arrow(Right|Down)$/, /^Arrow(Left|Up)$/]

/** `<read-marks>`: hover, touch and arrow keys say the table's row of a mark; nothing is said that the page does not hold. */
class ReadMarks extends HTMLElement {
  connectedCallback(): void {
    const rows = [
      ...(this.closest('figure')?.querySelectorAll<HTMLTableRowElement>('tr[data-reads]') ?? []),
    ]
    if (!rows[0]) return
    const words = this.appendChild(document.createElement('p'))
    words.setAttribute('role', 'status')
    this.tabIndex = 0
    this.setAttribute('role', 'group')
    this.ariaLabel = '图上的记号，用方向键逐个读'
    let at = -1
    const marks: SVGPathElement[] = []
    const trace = () => {
      const svg = [...this.querySelectorAll('svg')].find((one) => one.getClientRects()[0])
      if (!svg || marks[0]?.ownerSVGElement === svg) return svg
      for (const mark of marks.splice(0)) mark.remove()
      for (const row of rows) {
        const [of, from, to] = row.dataset.reads?.split(' ') ?? []
        const pieces = [...svg.querySelectorAll(`[data-marks="${of}"] path`)].flatMap(
          (path) => path.getAttribute('d')?.match(/M[^M]+/g) ?? [],
        )
        const mark = document.createElementNS('http://www.w3.org/2000/svg', 'path')
        mark.setAttribute('class', 'at')
        mark.setAttribute('d', pieces.slice(Number(from), to ? Number(to) : undefined).join(''))
        marks.push(svg.appendChild(mark))
      }
      return svg
    }
    const show = (index: number) => {
      trace()
      marks[at]?.classList.remove('on')
      at = index
      marks[at]?.classList.add('on')
      words.textContent = [...(rows[at]?.cells ?? [])]
        .map((cell) => `${cell.dataset.label ?? ''} ${cell.textContent?.trim()}`.trim())
        .join('；')
    }
    this.onpointermove = this.onpointerdown = (event) => {
      const point = new DOMPoint(event.x, event.y).matrixTransform(
        trace()?.getScreenCTM()?.inverse(),
      )
      let [found, least] = [-1, Number.POSITIVE_INFINITY]
      marks.forEach((mark, index) => {
        const { x, y, width, height } = mark.getBBox()
        const area = width * height
        const [dx, dy] = [point.x - x, point.y - y]
        if (area < least && dx > -5 && dy > -5 && dx < width + 5 && dy < height + 5)
          [found, least] = [index, area]
      })
      if (found !== at) show(found)
    }
    // A finger leaves as it is lifted; what it touched stays until another touch, or until focus moves on.
    this.onpointerleave = ({ pointerType }) => pointerType === 'mouse' && show(-1)
    this.onblur = () => show(-1)
    this.onkeydown = (event) => {
      const { key } = event
      if (key === 'Escape') return this.blur()
      const step = next.test(key) ? 1 : previous.test(key) ? -1 : 0
      if (!step) return
      event.preventDefault()
      show((at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length)
    }
  }
}
customElements.define('read-marks', ReadMarks)
