import { unescapeText } from '../render/escape.ts'

/** What people and channels are called, as far as we know them at the moment. */
export interface Names {
  person(userId: string): string | null
  channel(channelId: string): string | null
}

export const nobodyKnown: Names = { person: () => null, channel: () => null }

export interface ReadText {
  readonly text: string
  /** The bot was mentioned. Its mentions are taken out of the text. */
  readonly mentioned: boolean
}

/** A control sequence with the spaces after it, or one of the three escapes. People's own `<` and `>` arrive escaped. */
const marks = /<([^<>]*)>([ \t\u00a0\u3000]*)|&(?:amp|lt|gt);/g

/** Turns a text as Slack sends it into what the person typed and sees. One pass, so nothing is decoded twice. */
export function readText(slackText: string, botUserId: string, names: Names = nobodyKnown): ReadText {
  let mentioned = false
  const text = slackText.replaceAll(marks, (mark: string, inside?: string, spaces = '') => {
    if (inside === undefined) return unescapeText(mark)
    const { sign, target, label } = partsOf(inside)
    if (sign !== '@' || target !== botUserId) return wordsOf({ sign, target, label }, names) + spaces
    mentioned = true
    return ''
  })
  return { text: mentioned ? text.trim() : text, mentioned }
}

interface Parts {
  /** `@` a person, `#` a channel, `!` something special, and nothing for an address. */
  readonly sign: string
  readonly target: string
  readonly label: string
}

function partsOf(inside: string): Parts {
  const sign = /^[@#!]/.test(inside) ? inside.charAt(0) : ''
  const [target = '', ...label] = inside.slice(sign.length).split('|')
  return { sign, target, label: unescapeText(label.join('|')) }
}

function wordsOf({ sign, target, label }: Parts, names: Names): string {
  if (sign === '@') return `@${names.person(target) ?? (label || target)}`
  if (sign === '#') return `#${names.channel(target) ?? (label || target)}`
  if (sign === '!') return label || `@${target.split('^')[0]}`
  return label || unescapeText(target).replace(/^(mailto|tel):/, '')
}
