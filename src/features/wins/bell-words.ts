import type { Lang, Words } from '../../base/words.ts'
import { content, heading, mention, quiet, strong, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { showValue } from '../metrics/catalogue.ts'
import type { Win } from './win.ts'

export interface Bell {
  readonly win: Win
  /** What the winner is called. */
  readonly name: string
  /** Who rang it for them; null when they did it themselves. */
  readonly by: string | null
  /** The team lets its groups hear how much a deal is worth. */
  readonly withAmount: boolean
}

export const bellTitle: Words = { zh: '喜报', en: 'Deal won' }
export const wonVerb: Words = { zh: '拿下', en: 'won' }

/** What the group hears; the picture says the same. */
export function bellContent(bell: Bell, picture: Block | null, lang: Lang): Content {
  const { win, name, by } = bell
  const amount = worthWords(bell, lang)
  const worth = { zh: '，金额 ', en: ', worth ' }[lang]
  return content(
    lang,
    heading(`🔔 ${bellTitle[lang]}`),
    picture,
    text(
      mention({ id: win.memberId, name }),
      ` ${wonVerb[lang]} `,
      strong(win.customer),
      ...(amount === null ? [] : [worth, strong(amount)]),
      { zh: '！', en: '!' }[lang],
    ),
    win.note === null ? null : text(win.note),
    by === null ? null : quiet(byWords(by, name, lang)),
  )
}

/** What the picture shows, for those who cannot see it; the words stand below it. */
export function bellPictureWords({ win, name }: Bell, lang: Lang): string {
  return { zh: `图：${name} ${wonVerb.zh} ${win.customer}`, en: `Picture: ${name} ${wonVerb.en} ${win.customer}` }[lang]
}

/** Null where nobody said how much, or the group is not to hear it. */
export function worthWords({ win, withAmount }: Bell, lang: Lang): string | null {
  return withAmount ? amountWords(win, lang) : null
}

export function byWords(by: string, name: string, lang: Lang): string {
  return { zh: `${by} 替 ${name} 报喜`, en: `Rung by ${by} for ${name}` }[lang]
}

/** What is left of a bell that was taken back; nobody is called by it. */
export function withdrawnBell({ customer }: Win, name: string, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `喜报已撤回：${name} · ${customer}`, en: `This win was taken back: ${name} · ${customer}` }[lang]),
  )
}

/** 12万; null when nobody said how much. */
export function amountWords({ amount }: Pick<Win, 'amount'>, lang: Lang): string | null {
  return amount === null ? null : showValue({ unit: 'money' }, amount, lang)
}

export function whyBell(by: string): Words {
  return { zh: `${by} 报了喜：/喜报`, en: `${by} rang the bell with /won` }
}

export function whyWithdrawn(by: string): Words {
  return { zh: `${by} 撤回了喜报`, en: `${by} took the win back` }
}
