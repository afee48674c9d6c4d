const dialog = document.querySelector<HTMLDialogElement>('.search-dialog')

function open(event?: Event) {
  // Where there is no dialog, as in Safari before 15.4, the link leads to the search page.
  if (!dialog?.showModal || dialog.open) return
  event?.preventDefault()
  const template = dialog.querySelector('template')
  // The script and the style in it start to load only now that they become part of the document.
  template?.replaceWith(template.content)
  const show = () => dialog.open || dialog.showModal()
  const styles = dialog.querySelector('link')
  if (!styles || styles.sheet) return show()
  // It waits for its style sheet, and opens without one if that does not load.
  styles.addEventListener('load', show)
  styles.addEventListener('error', show)
}

document.addEventListener('click', (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  if (plain && (event.target as Element).closest('[data-search-open]')) open(event)
})
// Who comes back from a result finds the search as it was left; the field takes the query from the same place.
if (history.state?.search) open()

try {
  const marker = document.querySelector<HTMLTemplateElement>('template[data-mark-passage]')
  if (sessionStorage.getItem('search-passage')) marker?.replaceWith(marker.content)
} catch {
  // Without storage no result has left word.
}
