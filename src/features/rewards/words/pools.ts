import type { Lang, Words } from '../../../base/words.ts'
import { daysBetween, type LocalDate } from '../../../calendar/dates.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { actions, code, content, heading, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { convertedWords, rateMissing } from '../../metrics/money/rate-words.ts'
import type { Pool, PoolProgress } from '../pools/pool.ts'

const BAR = 10

/** ▰▰▰▱▱▱▱▱▱▱, full only when it is reached. */
export function barWords(share: number): string {
  const full = Math.min(BAR, Math.max(0, Math.floor(share * BAR)))
  return '▰'.repeat(full) + '▱'.repeat(BAR - full)
}

/** Whole percents, rounded down: 99.9% is not there yet. */
export function percentWords(share: number): string {
  return `${Math.max(0, Math.floor(share * 100 + 1e-9))}%`
}

/** 192万 / 300万 */
export function amountsWords({ pool, metric, value }: PoolProgress, lang: Lang): string {
  return `${showValue(metric, value, lang)} / ${showValue(metric, pool.target, lang)}`
}

export function poolsContent(
  pools: readonly PoolProgress[],
  { today, picture, manages }: { readonly today: LocalDate; readonly picture: Block | null; readonly manages: boolean },
  lang: Lang,
): Content {
  if (pools.length === 0) return noneContent(manages, lang)
  return content(
    lang,
    heading({ zh: '团队奖池', en: 'Team reward pool' }[lang]),
    picture,
    ...pools.flatMap(progress => [
      text(...barLine(progress, lang)),
      ratesBlock(progress, lang),
      quiet([unlocksWords(progress.pool, lang), timeWords(progress.pool, today, lang)].join(' · ')),
    ]),
  )
}

function barLine(progress: PoolProgress, lang: Lang) {
  const { pool, metric, share, converted } = progress
  const name = metricName(metric, lang)
  if (converted?.missing) {
    const colon = { zh: '：', en: ': ' }[lang]
    return [strong(pool.name), `${colon}${rateMissing(converted.missing, converted.into)[lang]}`]
  }
  return [strong(pool.name), ` ${barWords(share)} ${percentWords(share)} · ${name} ${amountsWords(progress, lang)}`]
}

/** By which rates amounts of several currencies came together. */
function ratesBlock({ converted }: PoolProgress, lang: Lang): Block | null {
  return converted === null || converted.missing ? null : quiet(convertedWords(converted)[lang])
}

function unlocksWords({ unlocks }: Pool, lang: Lang): string {
  return { zh: `解锁：${unlocks}`, en: `Unlocks: ${unlocks}` }[lang]
}

function timeWords({ state, period }: Pool, today: LocalDate, lang: Lang): string {
  if (state === 'reached') return { zh: '已达成 🎉', en: 'reached 🎉' }[lang]
  if (today < period.from) return { zh: `${labelOf(period, 'zh')}`, en: `${labelOf(period, 'en')}` }[lang]
  const days = daysBetween(today, period.to)
  if (days < 0) return { zh: '已截止，等待核对', en: 'over, about to be settled' }[lang]
  if (days === 0) return { zh: '今天截止', en: 'ends today' }[lang]
  return { zh: `还有 ${days} 天`, en: days === 1 ? '1 day to go' : `${days} days to go` }[lang]
}

function noneContent(manages: boolean, lang: Lang): Content {
  const none = { zh: '现在没有团队奖池。', en: 'The team has no reward pool now.' }[lang]
  if (!manages) return content(lang, text(none))
  const example = {
    zh: '/奖池 新建 团建 签单额 300万 2026-Q4 奖励=海底捞',
    en: '/pool new Outing revenue 3m 2026-Q4 unlocks=hotpot',
  }
  return content(
    lang,
    text(none, { zh: '可以写 ', en: ' Type ' }[lang], code(example[lang])),
    actions({
      id: 'rewards.new-pool',
      label: { zh: '新建奖池', en: 'New pool' }[lang],
      words: { zh: '/奖池 新建', en: '/pool new' }[lang],
    }),
  )
}

export function poolMadeContent(progress: PoolProgress, lang: Lang): Content {
  const { pool } = progress
  const note = {
    zh: `${labelOf(pool.period, 'zh')}。每周五在群里说进度，达成时庆祝一次。取消：/奖池 取消 ${pool.name}`,
    en: `${labelOf(pool.period, 'en')}. The group hears how it stands every Friday, and once when it is reached. To call it off: /pool cancel ${pool.name}`,
  }
  return content(lang, text(...barLine(progress, lang)), quiet(unlocksWords(pool, lang)), quiet(note[lang]))
}

export function poolCancelledContent({ name }: Pool, lang: Lang): Content {
  return content(lang, text({ zh: `奖池“${name}”取消了。`, en: `The pool "${name}" is called off.` }[lang]))
}

export function reachedContent(progress: PoolProgress, picture: Block | null, lang: Lang): Content {
  const { pool } = progress
  const line = {
    zh: `🎉 大家一起做到了！解锁：${pool.unlocks}`,
    en: `🎉 You did it together! Unlocked: ${pool.unlocks}`,
  }
  const title = { zh: `${pool.name} · 达成`, en: `${pool.name} · reached` }[lang]
  return content(lang, heading(title), picture, text(line[lang]), text(...barLine(progress, lang)))
}

export function expiredContent(progress: PoolProgress, lang: Lang): Content {
  const { pool, share } = progress
  const line = {
    zh: `“${pool.name}”到期了，大家一起走到了 ${percentWords(share)}。谢谢每一份努力，下一个目标再来。`,
    en: `"${pool.name}" has come to its end: together you made it to ${percentWords(share)}. Thank you all; the next one is yours.`,
  }
  return content(lang, text(line[lang]), quiet(barWords(share), ' ', amountsWords(progress, lang)))
}

export function notChecked({ name }: Pool): Words {
  return {
    zh: `奖池“${name}”缺汇率，还不知道到了哪里。记下汇率后会接着核对。`,
    en: `The pool "${name}" lacks a rate, so nobody knows how far it has come. Once it is there, the pool is looked at again.`,
  }
}

export const whyPool: Words = {
  zh: '经理为团队建了奖池：每周五说进度，达成或到期时说一次',
  en: 'A manager made a reward pool for the team: the group hears how it stands on Fridays, and once when it is reached or over',
}
