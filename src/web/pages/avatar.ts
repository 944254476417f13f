import { h } from './dom.ts'

const hues = 8

/** A round sign of a person: two characters of a Chinese name, the initials of another. */
export function drawAvatar({ id, name }: { readonly id: string; readonly name: string }): HTMLElement {
  return h('span', { class: `avatar hue-${hueOf(id)}`, 'aria-hidden': 'true' }, initialsOf(name))
}

export function drawBotAvatar(): HTMLElement {
  return h('img', { class: 'avatar', src: '/pages/icon.svg', alt: '' })
}

function initialsOf(name: string): string {
  const han = name.match(/\p{Script=Han}/gu)
  if (han) return han.slice(-2).join('')
  const initials = name.split(/\s+/).map(word => Array.from(word)[0] ?? '')
  return initials.slice(0, 2).join('').toUpperCase()
}

function hueOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return sum % hues
}
