import type { Words } from '../../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf } from '../../calendar/dates.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import type { TeamMember } from '../team/members.ts'
import { tagWords } from './card-words.ts'
import { LONGEST_REASON, type Refusal } from './kudos.ts'
import type { KudosSettings } from './kudos-settings.ts'

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
