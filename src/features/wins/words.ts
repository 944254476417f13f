import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, list, quiet, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { amountWords } from './bell-words.ts'
import type { Win } from './win.ts'

export interface RungFacts {
  readonly win: Win
  /** All that was rung for the member today, this one too. */
  readonly today: readonly Win[]
  readonly isOwn: boolean
  readonly name: string
  readonly undoMinutes: number
  /** There is a group that hears it. */
  readonly isHeard: boolean
}

/** What whoever rang is told, alone. */
export function rungContent({ win, today, isOwn, name, undoMinutes, isHeard }: RungFacts, lang: Lang): Content {
  const whose = isOwn ? { zh: '你', en: 'You have' } : { zh: name, en: `${name} has` }
  const sum = sumWords(today, lang)
  const undo = { zh: '/喜报 撤回', en: '/won undo' }[lang]
  return content(
    lang,
    heading(`${{ zh: '喜报', en: 'Deal won' }[lang]} · ${dealWords(win, lang)}`),
    text(isHeard ? { zh: '已发到团队的群里', en: 'The team’s groups have it' }[lang] : notHeard[lang]),
    text({ zh: `今天${whose.zh}报喜 ${sum}`, en: `${whose.en} ${sum} today` }[lang]),
    quiet(confirms[lang]),
    quiet({ zh: `${undoMinutes} 分钟内可以撤回`, en: `It can be taken back within ${undoMinutes} minutes` }[lang]),
    actions({
      id: 'wins.undo',
      label: { zh: '撤回', en: 'Take back' }[lang],
      words: undo,
      value: win.id,
      style: 'danger',
    }),
  )
}

const notHeard: Words = {
  zh: '记下了，但没有群听到：团队还没有群，或群里有公司以外的人',
  en: 'Noted, but no group heard it: the team has none yet, or people from outside read along there',
}

const confirms: Words = {
  zh: '计入以当天的日报为准：打开 /日报 时已填好；交过的日报请补上',
  en: 'What counts is the report of the day: /report opens filled in with it; a report that is in already needs it added',
}

/** 华为 12万 */
export function dealWords(win: Pick<Win, 'customer' | 'amount'>, lang: Lang): string {
  const amount = amountWords(win, lang)
  return amount === null ? win.customer : `${win.customer} ${amount}`
}

/** 2 单，共 20万; without a sum where the amounts are of several metrics, which may be in several currencies. */
function sumWords(wins: readonly Win[], lang: Lang): string {
  const worth = wins.filter(({ amount }) => amount !== null)
  const addsUp = new Set(worth.map(({ revenueKey }) => revenueKey)).size === 1
  const total = worth.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const sum = addsUp ? amountWords({ amount: total }, lang) : null
  const count = { zh: `${wins.length} 单`, en: `${wins.length} deal${wins.length === 1 ? '' : 's'}` }[lang]
  return sum === null ? count : { zh: `${count}，共 ${sum}`, en: `${count}, ${sum} in all` }[lang]
}

const MOST_LISTED = 10

export function myWinsContent(month: Period, wins: readonly Win[], lang: Lang): Content {
  const label = labelOf(month, lang)
  const none = { zh: '这个月还没有报过喜', en: 'No deal rung yet this month' }[lang]
  return content(
    lang,
    heading({ zh: `我的喜报 · ${label}`, en: `My wins · ${label}` }[lang]),
    text(wins.length === 0 ? none : sumWords(wins, lang)),
    list(wins.slice(-MOST_LISTED).map(win => [`${win.date.slice(5)} ${dealWords(win, lang)}`])),
    quiet(howToRing[lang]),
  )
}

export const howToRing: Words = {
  zh: '这样报喜：/喜报 华为 12万；金额可以不写，# 后面可以加一句话：/喜报 华为 12万 # 跟了半年',
  en: 'Ring it like this: /won Acme 120,000. The amount may be left out, and a # begins a note: /won Acme 120,000 # after half a year',
}

export function amountUnclear(said: string): Words {
  const shown = said.slice(0, 40)
  return {
    zh: `“${shown}”不像一单的金额。请写一个大于 0 的数，例如 /喜报 华为 12万；不写金额也可以`,
    en: `"${shown}" is no amount of a deal. Write one number above 0, as in /won Acme 120,000, or leave it out`,
  }
}

export function alreadyRungWords(win: Win, zone: Zone): Words {
  const { time } = toLocal(win.rungAt, zone)
  return {
    zh: `这一单今天 ${time} 已经报过喜：${dealWords(win, 'zh')}。是另一单的话，加一句说明再发：/喜报 ${dealWords(win, 'zh')} # 第二单`,
    en: `The bell rang for it today at ${time}: ${dealWords(win, 'en')}. If this is another deal, say so: /won ${dealWords(win, 'en')} # second order`,
  }
}

export const onlyManagersRingForOthers: Words = {
  zh: '替别人报喜由经理来做；自己的直接写 /喜报 华为 12万',
  en: 'Managers ring for others; for yourself just type /won Acme 120,000',
}

export const nothingToUndo: Words = {
  zh: '没有可以撤回的喜报：只能撤回自己报的。用 /喜报 看看这个月的',
  en: 'There is no win to take back: only your own can be. See this month’s with /won',
}

export function tooLateToUndo(win: Win, until: Date, zone: Zone): Words {
  const { time } = toLocal(until, zone)
  return {
    zh: `“${dealWords(win, 'zh')}”只能在 ${time} 之前撤回。报表里计多少，以日报为准：/日报`,
    en: `"${dealWords(win, 'en')}" could be taken back until ${time}. What counts is what /report says`,
  }
}

export function withdrawnContent(win: Win, lang: Lang): Content {
  const deal = dealWords(win, lang)
  return content(
    lang,
    text({ zh: `已撤回：${deal}`, en: `Taken back: ${deal}` }[lang]),
    quiet({ zh: '日报里如果已经写了，请更正', en: 'If your report names it already, please correct that' }[lang]),
  )
}
