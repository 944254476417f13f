import type { Lang } from '../../../base/words.ts'
import { fold } from '../metric.ts'

const spoken: ReadonlyMap<string, string> = new Map([
  ...(['人民币', 'rmb', 'yuan'] as const).map(word => [word, 'CNY'] as const),
  ...(['美元', '美金', 'us$', 'dollar', 'dollars'] as const).map(word => [word, 'USD'] as const),
  ...(['欧元', '€', 'euro', 'euros'] as const).map(word => [word, 'EUR'] as const),
  ...(['英镑', '£', 'pound', 'pounds'] as const).map(word => [word, 'GBP'] as const),
  ...(['日元', 'yen'] as const).map(word => [word, 'JPY'] as const),
  ...(['港币', '港元', 'hk$'] as const).map(word => [word, 'HKD'] as const),
  ...(['台币', '新台币', 'nt$'] as const).map(word => [word, 'TWD'] as const),
  ...(['新币', '新加坡元', 's$'] as const).map(word => [word, 'SGD'] as const),
  ...(['韩元', 'won'] as const).map(word => [word, 'KRW'] as const),
  ...(['卢布', 'rouble', 'ruble'] as const).map(word => [word, 'RUB'] as const),
])

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** The ISO code that somebody means by it; null for what is no currency. `¥` is two, so it is none. */
export function readCurrency(text: string): string | null {
  const code = fold(text).toUpperCase()
  return spoken.get(fold(text)) ?? (codes.has(code) ? code : null)
}

const names: Readonly<Record<Lang, Intl.DisplayNames>> = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'currency' }),
  en: new Intl.DisplayNames('en', { type: 'currency' }),
}

/** An amount with its currency: 8.5万美元 · USD 85,000. */
export function inCurrency(amount: string, currency: string, lang: Lang): string {
  return lang === 'zh' ? `${amount}${currencyName(currency, lang)}` : `${currency} ${amount}`
}

export function currencyName(currency: string, lang: Lang): string {
  return names[lang].of(currency) ?? currency
}
