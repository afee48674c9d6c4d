/** What tells whether a press or a click is meant for the page. */
type Held = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * The key pressed for the page, `Shift+` before the name of one held with Shift; empty for what belongs to browser,
 * system or input method.
 */
export function pressedKey(
  event: Held & Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>,
): string {
  // The key that ends a composition comes after compositionend in Safari, and only 229 tells it from any other.
  if (event.isComposing || event.keyCode === 229) return ''
  if (event.ctrlKey || event.altKey || event.metaKey) return ''
  // Shift is part of how a character is typed, but makes another key of Home, an arrow or the space bar.
  return event.shiftKey && !/^\S$/.test(event.key) ? `Shift+${event.key}` : event.key
}

/** Whether a click follows a link here, rather than into a new tab, a new window or a file. */
export const isPlainClick = ({ altKey, ctrlKey, metaKey, shiftKey }: Held) =>
  !(altKey || ctrlKey || metaKey || shiftKey)
