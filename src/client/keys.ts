/** The modifier keys, which decide whether a key press or a click is meant for the page. */
type Held = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * The key pressed, if it is meant for the page, with `Shift+` before the name of a key held with Shift; empty for keys
 * that belong to the browser, the system or an input method.
 */
export function pressedKey(
  event: Held & Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>,
): string {
  // Safari sends the key that ends a composition after compositionend; only the code 229 tells it from any other key.
  if (event.isComposing || event.keyCode === 229) return ''
  if (event.ctrlKey || event.altKey || event.metaKey) return ''
  // Shift is needed to type some characters, but it makes Home, an arrow or the space bar a different key.
  return event.shiftKey && !/^\S$/.test(event.key) ? `Shift+${event.key}` : event.key
}

/** Whether a click follows a link in this tab, rather than opening a new tab or window or downloading a file. */
export const isPlainClick = ({ altKey, ctrlKey, metaKey, shiftKey }: Held) =>
  !(altKey || ctrlKey || metaKey || shiftKey)
