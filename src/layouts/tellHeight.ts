/** Reports the height of a framed page to the page around it, at first and whenever it changes. */
new ResizeObserver(() =>
  parent.postMessage({ type: 'height', height: document.documentElement.offsetHeight }, '*'),
).observe(document.documentElement)
