/** Fixes the colour scheme of a framed page to that of the site around it: `?theme=light` or `?theme=dark`. */
{
  const theme = new URLSearchParams(location.search).get('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
}
