import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { actions, content, heading, list, quiet, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { tagWords } from './card-words.ts'
import type { Kudos } from './store.ts'

interface Given {
  readonly batchId: string
  readonly receivers: readonly { readonly name: string }[]
  /** What may still be given today. */
  readonly left: number
  readonly undoMinutes: number
}

export function givenContent({ batchId, receivers, left, undoMinutes }: Given, lang: Lang): Content {
  const names = receivers.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  return content(
    lang,
    text({ zh: `已在团队的群里表扬 ${names}`, en: `The team’s groups have your kudos to ${names}` }[lang]),
    quiet(leftWords(left, lang)),
    quiet({ zh: `${undoMinutes} 分钟内可以撤回`, en: `They can be taken back within ${undoMinutes} minutes` }[lang]),
    actions({
      id: 'kudos.undo',
      label: { zh: '撤回', en: 'Take back' }[lang],
      words: { zh: '/表扬 撤回', en: '/kudos undo' }[lang],
      value: batchId,
      style: 'danger',
    }),
  )
}

function leftWords(left: number, lang: Lang): string {
  return { zh: `今天还可以表扬 ${left} 人次`, en: `${left} kudos left to give today` }[lang]
}

interface Mine {
  readonly month: Period
  readonly given: number
  readonly received: number
  readonly latest: readonly Kudos[]
  readonly left: number
  readonly values: readonly string[]
}

export function mineContent({ month, given, received, latest, left, values }: Mine, lang: Lang): Content {
  const label = labelOf(month, lang)
  return content(
    lang,
    heading({ zh: `我的表扬 · ${label}`, en: `My kudos · ${label}` }[lang]),
    text({ zh: `收到 ${received} 次，给出 ${given} 次`, en: `${received} received, ${given} given` }[lang]),
    list(latest.map(one => [receivedWords(one, lang)])),
    quiet(leftWords(left, lang)),
    values.length === 0 ? null : quiet({ zh: `标签：${tagWords(values)}`, en: `Tags: ${tagWords(values)}` }[lang]),
    quiet(howTo[lang]),
  )
}

/** What the team said in a period, newest first. */
export function periodContent(period: Period, all: readonly Kudos[], lang: Lang): Content {
  const label = labelOf(period, lang)
  return content(
    lang,
    heading({ zh: `团队的表扬 · ${label}`, en: `Kudos in the team · ${label}` }[lang]),
    list(all.map(one => [`${one.date.slice(5)} ${one.giver} → ${one.receiver}${colon[lang]}${reasonWords(one)}`])) ??
      text({ zh: '这段时间还没有表扬', en: 'None in it yet' }[lang]),
    quiet(howTo[lang]),
  )
}

const colon = { zh: '：', en: ': ' } as const

const howTo: Words = { zh: '表扬同事：/表扬 @张三 及时补位', en: 'Thank somebody: /kudos @Sam covered my shift' }

/** 11-20 李娜：及时补位 #协作, as whoever received it reads it. */
export function receivedWords(one: Omit<Kudos, 'receiver' | 'receiverId'>, lang: Lang): string {
  return `${one.date.slice(5)} ${one.giver}${colon[lang]}${reasonWords(one)}`
}

function reasonWords({ reason, tags }: Pick<Kudos, 'reason' | 'tags'>): string {
  return tags.length === 0 ? reason : `${reason} ${tagWords(tags)}`
}

export function withdrawnContent(lang: Lang): Content {
  return content(lang, text({ zh: '已撤回，不计入今天的次数', en: 'Taken back; they do not count any more' }[lang]))
}
