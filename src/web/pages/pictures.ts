import { h } from './dom.ts'
import type { Size } from './shapes.ts'
import { themeNow, whenThemeChanges } from './theme.ts'

/**
 * Only what we keep: nothing is loaded from elsewhere, for who reads a chat is nobody else's business.
 *
 * @param size - by which the browser keeps its place free until it has come
 */
export function drawPicture(ref: string, alt: string, size: Size | undefined): HTMLElement {
  if (!/^[0-9a-f]{64}$/.test(ref)) return h('p', { class: 'quiet' }, alt)
  const picture = h('img', { src: addressOf(ref), alt, width: size?.width, height: size?.height, 'data-ref': ref })
  picture.addEventListener('error', () => picture.replaceWith(h('p', { class: 'quiet' }, alt)))
  return picture
}

function addressOf(ref: string): string {
  return `/room/api/pictures/${ref}?theme=${themeNow()}`
}

whenThemeChanges(() => {
  for (const picture of document.querySelectorAll<HTMLImageElement>('img[data-ref]')) {
    picture.src = addressOf(picture.dataset['ref'] ?? '')
  }
})
