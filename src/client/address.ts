// Safari throws if a page changes its address a hundred times within ten seconds.
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
    // The reader's input is answered immediately; only the address waits.
    waiting = address
    waitFor(throttleTime)
  }
}

/**
 * Replaces the page's address; of several calls in quick succession, as letters are typed, only the last takes effect.
 */
export function replaceAddress(address: string): void {
  if (timer === undefined) write('replaceState', address)
  else waiting = address
}

/** Writes an address that is still waiting, before the reader leaves the page. */
export function settleAddress(): void {
  if (waiting !== undefined) write('replaceState', waiting)
}

/** Adds an address to the history as a step of its own, unless the page has it already. */
export function pushAddress(address: string): void {
  settleAddress()
  if (address !== location.pathname + location.search) write('pushState', address)
}

/** Drops an address that is still waiting to be written, once the reader has gone elsewhere. */
export function dropAddress(): void {
  waiting = undefined
}
