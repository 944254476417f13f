import { lettersOf, plainOf } from './signs.ts'

/** Which letters a sign or a digit looks like, to somebody who wants to read one. */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...'0o 1il 3e 4a 5s 7t 8b 9g @a $s €e £l ¥y ¢c !il |il +t'
    .split(' ')
    .map(([sign = '', ...letters]) => [sign, letters.join('')] as const),
])

/** Covers a letter, whichever it is. */
export const cover = '*'
/** Covers a letter of a Latin word; between Han it merely stands. */
export const picture = '☺'
/** A picture, and what people write for 信. */
export const heart = '❤'
const covers = /^[*∗✱#•●○◯■□◆◇]$/u
const hearts = /^[❤♥❣🖤🧡🤍🤎💓-💟]$/u
const pictures = /^\p{Extended_Pictographic}$/u

/** The letters a sign stands for; what could stand for one, as itself or as a cover; a space for whatever else can be seen. */
export function disguisedOf(sign: string): string {
  const told = lettersOf(sign)
  if (told !== '') return told
  const plain = plainOf(sign)
  if (plain === '' || lookAlikes.has(plain)) return plain
  if (hearts.test(sign)) return heart
  if (pictures.test(sign)) return picture
  return covers.test(plain) ? cover : ' '
}

/** A sign that covers or looks like a letter, or a digit that does. */
export const isStandIn = (unit: string): boolean =>
  unit === cover || unit === picture || unit === heart || lookAlikes.has(unit)
