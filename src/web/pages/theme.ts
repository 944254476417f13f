const key = 'bellwether.theme'

/** Loaded before the first drawing, so that a chosen theme never flashes in the other one. */
function apply(): void {
  const theme = localStorage.getItem(key)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
}

apply()

export function toggleTheme(): void {
  const byItself = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const now = localStorage.getItem(key) ?? byItself
  localStorage.setItem(key, now === 'dark' ? 'light' : 'dark')
  apply()
}
