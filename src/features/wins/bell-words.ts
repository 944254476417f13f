import type { Lang, Words } from '../../base/words.ts'
import { content, heading, mention, quiet, strong, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
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

/** What the group hears. */
export function bellContent({ win, name, by, withAmount }: Bell, lang: Lang): Content {
  const { memberId, customer, note } = win
  const amount = withAmount ? amountWords(win, lang) : null
  const won = { zh: ' 拿下 ', en: ' won ' }[lang]
  const worth = { zh: '，金额 ', en: ', worth ' }[lang]
  const cheer = { zh: '！', en: '!' }[lang]
  return content(
    lang,
    heading({ zh: '🔔 喜报', en: '🔔 Deal won' }[lang]),
    text(
      mention({ id: memberId, name }),
      won,
      strong(customer),
      ...(amount === null ? [] : [worth, strong(amount)]),
      cheer,
    ),
    note === null ? null : text(note),
    by === null ? null : quiet({ zh: `${by} 替 ${name} 报喜`, en: `Rung by ${by} for ${name}` }[lang]),
  )
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
