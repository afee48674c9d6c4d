// Safari throws once an address has changed a hundred times in ten seconds.
const apart = 250
const forgiven = 10_000

let waiting: string | undefined
let resting: ReturnType<typeof setTimeout> | undefined

function rest(milliseconds: number): void {
  clearTimeout(resting)
  resting = setTimeout(() => {
    resting = undefined
    if (waiting !== undefined) replaceAddress(waiting)
  }, milliseconds)
}

function write(change: 'pushState' | 'replaceState', address: string): void {
  waiting = undefined
  try {
    history[change](null, '', address)
    rest(apart)
  } catch {
    // What the reader asked is answered all the same; its address follows.
    waiting = address
    rest(forgiven)
  }
}

/** Takes the place of the page's address; of several in quick succession, as letters are typed, only the last does. */
export function replaceAddress(address: string): void {
  if (resting === undefined) write('replaceState', address)
  else waiting = address
}

/** Makes an address a step of its own in the history, unless it is the page's already. */
export function pushAddress(address: string): void {
  if (waiting !== undefined) write('replaceState', waiting)
  if (address !== location.pathname + location.search) write('pushState', address)
}

/** Lets go of an address that waits to be written, once the reader has gone to another. */
export function dropAddress(): void {
  waiting = undefined
}
