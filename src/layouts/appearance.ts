// The inline script of every page, which runs before anything is painted. It sets 关怀版 (`?care=1`, or what this device
// remembers), the remembered colour scheme (`light`, `dark`, or the system's) and whether the reader's browser asks to
// save data. Then it handles `[data-care]`, `[data-scheme]` and `[data-print]`, and activates the template that is only
// for 关怀版.
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
      localStorage.setItem(`lvzhi.${name}`, value)
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }

  const mark = (name: string, value: string | false | null): void => {
    if (value) dataset[name] = value
    else delete dataset[name]
  }
  const show = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-scheme]'))
      button.setAttribute('aria-pressed', String(button.dataset.scheme === (dataset.theme ?? '')))
    const inert = dataset.mode && document.querySelector<HTMLTemplateElement>('[data-in-care]')
    if (inert) inert.replaceWith(inert.content)
  }
  const setCare = (on: boolean): void => {
    mark('mode', on && 'care')
    remember('care', on ? '1' : '')
    show()
  }
  const setScheme = (scheme: string): void => {
    mark('theme', scheme)
    remember('scheme', scheme)
    show()
  }

  const asked = new URLSearchParams(location.search).get('care')
  mark('save', navigator.connection?.saveData === true && 'on')
  setCare((asked ?? remembered('care')) === '1')
  mark('theme', remembered('scheme'))

  addEventListener('DOMContentLoaded', show)
  addEventListener('click', ({ target }) => {
    const chosen = (target as Element).closest<HTMLElement>('button')?.dataset
    if (chosen?.care !== undefined) setCare(dataset.mode !== 'care')
    if (chosen?.scheme !== undefined) setScheme(chosen.scheme)
    if (chosen?.print !== undefined) print()
  })
}
