const key = 'bellwether.theme'

/** Loaded before the first drawing, so that a chosen theme never flashes in the other one. */
function apply(): void {
  const theme = localStorage.getItem(key)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
}

apply()

const bySystem = matchMedia('(prefers-color-scheme: dark)')

export function themeNow(): 'light' | 'dark' {
  return (localStorage.getItem(key) ?? (bySystem.matches ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light'
}

export function toggleTheme(): void {
  localStorage.setItem(key, themeNow() === 'dark' ? 'light' : 'dark')
  apply()
  changes.dispatchEvent(new Event('change'))
}

const changes = new EventTarget()

/** Colours follow by themselves; this is for what does not. */
export function whenThemeChanges(then: () => void): void {
  changes.addEventListener('change', then)
  bySystem.addEventListener('change', then)
}
