// Safari throws once an address has changed a hundred times in ten seconds.
const minInterval = 250
const throttleTime = 10_000

let waiting: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined

function waitFor(milliseconds: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    timer = undefined
    if (waiting !== undefined) replaceAddress(waiting)
  }, milliseconds)
}

function write(change: 'pushState' | 'replaceState', address: string): void {
  waiting = undefined
  try {
    history[change](null, '', address)
    waitFor(minInterval)
  } catch {
    // What the reader asked is answered all the same; its address follows.
    waiting = address
    waitFor(throttleTime)
  }
}

/** Takes the place of the page's address; of several in quick succession, as letters are typed, only the last does. */
export function replaceAddress(address: string): void {
  if (timer === undefined) write('replaceState', address)
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
