// The one inline script of every page, before anything is painted: it sets 关怀版 (`?care=1`, or what this device
// remembers), the remembered scheme (`light`, `dark`, or the system's) and whether the reader's browser asks for little
// data; then it answers `[data-care]`, `[data-scheme]` and `[data-print]`.
{
  const { dataset } = document.documentElement

  const remembered = (name: string): string | null => {
    try {
      return localStorage.getItem(`lvzhi.${name}`)
    } catch {
      return null
    }
  }
  const remember = (name: string, value: string): void => {
    try {
      if (value) localStorage.setItem(`lvzhi.${name}`, value)
      else localStorage.removeItem(`lvzhi.${name}`)
    } catch {
      // A device that keeps nothing shows what was chosen until the page is left.
    }
  }

  const mark = (name: string, value: string | false): void => {
    if (value) dataset[name] = value
    else delete dataset[name]
  }
  const showSwitches = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-scheme]'))
      button.setAttribute('aria-pressed', String(button.dataset.scheme === (dataset.theme ?? '')))
  }
  const setCare = (on: boolean): void => {
    mark('mode', on && 'care')
    remember('care', on ? '1' : '')
  }
  const setScheme = (scheme: string): void => {
    mark('theme', scheme)
    remember('scheme', scheme)
    showSwitches()
  }

  const asked = new URLSearchParams(location.search).get('care')
  const scheme = remembered('scheme')
  mark('save', navigator.connection?.saveData === true && 'on')
  setCare(asked === null ? remembered('care') !== null : asked === '1')
  if (scheme === 'light' || scheme === 'dark') mark('theme', scheme)

  addEventListener('DOMContentLoaded', showSwitches)
  addEventListener('click', ({ target }) => {
    const chosen = (target as Element).closest<HTMLElement>('button')?.dataset
    if (chosen?.care !== undefined) setCare(dataset.mode !== 'care')
    if (chosen?.scheme !== undefined) setScheme(chosen.scheme)
    if (chosen?.print !== undefined) print()
  })
}
