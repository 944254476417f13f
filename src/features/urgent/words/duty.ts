import type { Lang, Words } from '../../../base/words.ts'
import { content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { how } from '../../mail/words.ts'
import type { Stretch } from '../duty.ts'
import { listWords } from './common.ts'

/** Who is on duty over the next days, and who is asked after them. */
export function dutyContent(
  {
    stretches,
    nameOf,
    isGone,
    mayChange,
    unmailed,
  }: {
    readonly stretches: readonly Stretch[]
    readonly nameOf: (id: string) => string
    readonly isGone: (id: string) => boolean
    readonly mayChange: boolean
    readonly unmailed: readonly { readonly name: string }[]
  },
  lang: Lang,
): Content {
  const named = (id: string) => `${nameOf(id)}${isGone(id) ? gone[lang] : ''}`
  const line = ({ from, to, memberIds }: Stretch) => {
    const days = from === to ? from.slice(5) : `${from.slice(5)}~${to.slice(5)}`
    const nobody = { zh: '没有排', en: 'nobody' }[lang]
    return `${days} ${memberIds.length === 0 ? nobody : memberIds.map(named).join(' → ')}`
  }
  return content(
    lang,
    heading({ zh: '值班表', en: 'Duty list' }[lang]),
    list(stretches.map(stretch => [line(stretch)])),
    text(
      {
        zh: '没人接手时，接着按组长、经理、管理员的顺序找；请假或离开的人会跳过',
        en: 'If none of them takes a matter, leads, managers and admins are asked in this order; who is on leave or gone is passed over',
      }[lang],
    ),
    unmailed.length === 0 ? null : quiet(unmailedWords(unmailed, lang)),
    mayChange ? quiet(howToSet[lang]) : null,
  )
}

function unmailedWords(unmailed: readonly { readonly name: string }[], lang: Lang): string {
  const names = listWords(
    unmailed.map(({ name }) => name),
    lang,
  )
  return {
    zh: `${names} 没有登记邮箱，紧急事项只在聊天里通知；本人私聊发 ${how.zh} 即可登记`,
    en: `No mail address: ${names}; urgent matters reach them in the chat alone. Each gives theirs with ${how.en} in a direct chat`,
  }[lang]
}
const gone: Words = { zh: '（已不在团队）', en: ' (not in the team any more)' }

const howToSet: Words = {
  zh: '排班：/紧急 值班 张三 李四 本周；王五 下周。不写日期就一直有效；清空：/紧急 值班 无 本周',
  en: 'To set it: /urgent duty Zhang San, Li Si this week; Wang Wu next week. Without days it always holds; to clear: /urgent duty none this week',
}

export const nobodyNamed: Words = {
  zh: `值班表里没有写人，所以没有改。${howToSet.zh}`,
  en: `Nobody is named in it, so nothing was changed. ${howToSet.en}`,
}

export function inCircle(name: string): Words {
  return {
    zh: `${name} 在同一张值班表里出现了两次，这样会绕圈；每个人写一次就够了`,
    en: `${name} stands twice in one list, which would go round in a circle; name everybody once`,
  }
}

export const daysWrong: Words = {
  zh: '这几天已经过了，或者超过一年。请写今天以后一年内的日期，如：本周、11-30到12-04；一直有效就不写日期',
  en: 'Those days are over, or more than a year ahead. Name days from today on, such as: this week, 11-30 to 12-04; or none, for always',
}
