/** Tells whatever page frames this one how tall it is, at first and whenever that changes. */
new ResizeObserver(() =>
  parent.postMessage({ type: 'height', height: document.documentElement.offsetHeight }, '*'),
).observe(document.documentElement)
