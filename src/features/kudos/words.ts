import type { Lang, Words } from '../../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, list, quiet, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { TeamMember } from '../team/members.ts'
import { tagWords } from './card-words.ts'
import { LONGEST_REASON, type Refusal } from './kudos.ts'
import type { KudosSettings } from './kudos-settings.ts'
import type { Kudos } from './store.ts'

export const howToPraise: Words = {
  zh: '要表扬谁？写：/表扬 @张三 及时补位 #协作。名字在前，后面写他做了什么',
  en: 'Whom for what? Type /kudos @Sam covered my shift #teamwork: the name, then what they did',
}

export const nobodyHears: Words = {
  zh: '表扬要当众说，可团队还没有能听到的群：没有群，或群里有公司以外的人。请管理员先把群接上',
  en: 'Kudos are said openly, and the team has no group to hear them: none yet, or people from outside read along there. Ask an admin to set one up',
}

interface Around {
  readonly limits: KudosSettings
  readonly members: readonly TeamMember[]
  /** The first days on which there is room again: for what counts by the day, and by the week. */
  readonly again: { readonly day: LocalDate; readonly week: LocalDate }
}

/** Why not, and when it works. */
export function refusalWords(refusal: Refusal, { limits, members, again }: Around): Words {
  switch (refusal.kind) {
    case 'self':
      return {
        zh: '不能表扬自己。谁帮了你？/表扬 @张三 及时补位',
        en: 'Kudos are for others. Who helped you? /kudos @Sam covered my shift',
      }
    case 'no-reason':
      return {
        zh: '还差一个理由：对方做了什么？例如 /表扬 @张三 及时补位',
        en: 'What for? Add what they did, as in /kudos @Sam covered my shift',
      }
    case 'long-reason':
      return {
        zh: `理由请写在 ${LONGEST_REASON} 个字以内`,
        en: `Please keep the reason within ${LONGEST_REASON} characters`,
      }
    case 'unknown-tag':
      return {
        zh: `没有标签 ${tagWords(refusal.tags)}。可以用：${tagWords(limits.values)}；也可以不带标签`,
        en: `There is no tag ${tagWords(refusal.tags)}. Use one of ${tagWords(limits.values)}, or none`,
      }
    case 'again': {
      const { zh, en } = namesOf(refusal.receiverIds, members)
      return {
        zh: `今天已经这样表扬过 ${zh} 了，群里看得到`,
        en: `You have said just this to ${en} today; the group has it`,
      }
    }
    case 'give-budget':
      return giveBudgetWords(refusal.left, limits.givePerDay, again.day)
    case 'receive-budget': {
      const { zh, en } = namesOf(refusal.receiverIds, members)
      return {
        zh: `${zh} 今天收到的表扬已经满了，${shortDay(again.day).zh}再说吧`,
        en: `${en} cannot take more kudos today; say it from ${shortDay(again.day).en} on`,
      }
    }
    case 'pair-limit': {
      const { zh, en } = namesOf(refusal.receiverIds, members)
      const { pairPerWeek } = limits
      return {
        zh: `这周你已经表扬过 ${zh} ${pairPerWeek} 次，${shortDay(again.week).zh}起可以再表扬；也看看别的同事`,
        en: `You have thanked ${en} ${pairPerWeek === 1 ? 'once' : `${pairPerWeek} times`} this week; you can again from ${shortDay(again.week).en}. Perhaps somebody else helped too?`,
      }
    }
  }
}

function giveBudgetWords(left: number, limit: number, day: LocalDate): Words {
  const when = shortDay(day)
  if (left === 0) {
    return {
      zh: `今天的 ${limit} 次表扬用完了，${when.zh}又有 ${limit} 次`,
      en: `Your ${limit} kudos of today are given; there are ${limit} more from ${when.en}`,
    }
  }
  return {
    zh: `今天只能再表扬 ${left} 人次，请少写几个名字；${when.zh}又有 ${limit} 次`,
    en: `You have ${left} kudos left today, so please name fewer; there are ${limit} more from ${when.en}`,
  }
}

function namesOf(ids: readonly string[], members: readonly TeamMember[]): Words {
  const names = ids.flatMap(id => members.find(member => member.memberId === id)?.name ?? [])
  return { zh: names.join('、'), en: names.join(', ') }
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

function shortDay(date: LocalDate): Words {
  const month = monthOf(date)
  return {
    zh: `${month}月${dayOfMonth(date)}日`,
    en: `${dayOfMonth(date)} ${months.slice(3 * month - 3, 3 * month)}`,
  }
}

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
    list(latest.map(one => [`${one.date.slice(5)} ${one.giver}${colon[lang]}${reasonWords(one)}`])),
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

function reasonWords({ reason, tags }: Kudos): string {
  return tags.length === 0 ? reason : `${reason} ${tagWords(tags)}`
}

export const nothingToUndo: Words = {
  zh: '没有可以撤回的表扬。用 /表扬 看看这个月的',
  en: 'There are no kudos of yours to take back. See this month’s with /kudos',
}

export function tooLateToUndo(until: Date, zone: Zone): Words {
  const { time } = toLocal(until, zone)
  return {
    zh: `上一条表扬只能在 ${time} 之前撤回`,
    en: `Your last kudos could be taken back until ${time}`,
  }
}

export function withdrawnContent(lang: Lang): Content {
  return content(lang, text({ zh: '已撤回，不计入今天的次数', en: 'Taken back; they do not count any more' }[lang]))
}
