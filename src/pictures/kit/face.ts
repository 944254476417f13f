import type { Pen } from './page.ts'
import { fillCircle } from './shapes.ts'
import { graphemesOf, write } from './text.ts'

export interface Person {
  readonly name: string
  readonly face?: string | undefined
}

/** A round sign of a person: their emoji, two characters of a Chinese name, the initials of another, or what else it begins with. */
export function drawFace({ ctx, look }: Pen, person: Person, x: number, y: number, radius: number): void {
  const initials = initialsOf(person.name)
  const emoji = person.face ?? (initials === '' ? (graphemesOf(person.name)[0] ?? '') : null)
  ctx.fillStyle = emoji === null ? (look.faces[hueOf(person.name, look.faces.length)] ?? look.accent) : look.faceGround
  fillCircle(ctx, x, y, radius)
  const size = emoji === null ? radius * 0.72 : radius * 1.1
  const words = emoji ?? initials
  write(ctx, words, { type: { size, bold: emoji === null }, color: '#ffffff', x, y, align: 'center' })
}

export function initialsOf(name: string): string {
  const han = name.match(/\p{Script=Han}/gu)
  if (han) return han.slice(-2).join('')
  const initials = name.split(/\s+/).map(word => graphemesOf(word)[0] ?? '')
  const [first = '', ...rest] = initials.filter(it => /[\p{L}\p{N}]/u.test(it))
  return `${first}${rest.at(-1) ?? ''}`.toUpperCase()
}

function hueOf(name: string, hues: number): number {
  let sum = 0
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return sum % hues
}
