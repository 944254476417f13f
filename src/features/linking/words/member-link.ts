import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, field, fields, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { platformName } from '../../team/platform-names.ts'
import type { Person } from '../accounts.ts'
import type { Candidate } from '../candidates.ts'
import type { TwoMeant } from '../two-members.ts'

interface Two {
  readonly one: Person
  readonly other: Person
  /** What confirms it, as typed and as a button's value. */
  readonly words: string
  readonly value: string
}

/** Nobody can take it back, so whoever is meant is shown first. */
export function askLinkWords(lang: Lang, { one, other, words, value }: Two): Content {
  const w = {
    zh: {
      ask: '这两个账号是同一个人吗？关联后不能再分开。',
      button: '是同一个人',
      follows: '成员、计划、日报和数字会合到一起，不丢也不重。',
    },
    en: {
      ask: 'Are these two the same person? What is linked stays linked.',
      button: 'The same person',
      follows: 'Memberships, plans, reports and numbers come together; nothing is lost or counted twice.',
    },
  }[lang]
  const shown = [one, other].map(person => field(person.name, accountsOf(person, lang, { departments: true })))
  return content(
    lang,
    text(w.ask),
    fields(...shown),
    quiet(w.follows),
    actions({ id: 'linking.link-members', label: w.button, words, value, style: 'danger' }),
  )
}

export function membersLinkedWords(lang: Lang, person: Person): Content {
  const done = {
    zh: `已关联：${person.name}（${accountsOf(person, lang)}）现在是同一个人。`,
    en: `Linked: ${person.name} (${accountsOf(person, lang)}) is one person now.`,
  }
  return content(lang, text(done[lang]))
}

/** Said to the person themselves. */
export function linkedByAdminWords(lang: Lang, person: Person, admin: string): Content {
  const words = {
    zh: `${admin} 把你的账号关联在一起了：${accountsOf(person, lang)}。在哪边交都算，只算一次。如果其中有不是你的账号，请马上告诉 TA。`,
    en: `${admin} linked your accounts: ${accountsOf(person, lang)}. Report on either, it counts once. If one of them is not yours, tell them at once.`,
  }
  return content(lang, text(words[lang]))
}

export const whyLinkedByAdmin: Words = {
  zh: '管理员关联了你的账号，告诉你一次',
  en: 'an admin linked your accounts; you are told once',
}

function accountsOf({ accounts }: Person, lang: Lang, { departments = false } = {}): string {
  const shown = accounts.map(({ platform, name, department }) => {
    const at = departments && department !== null ? { zh: `（${department}）`, en: ` (${department})` }[lang] : ''
    return `${platformName(platform, lang)} · ${name}${at}`
  })
  return shown.join({ zh: '、', en: ', ' }[lang])
}

/** `李雷（钉钉 · 华东销售部）` */
function described({ name, accounts }: Candidate, lang: Lang): string {
  const places = accounts.map(({ platform, department }) =>
    [platformName(platform, lang), department].filter(part => part !== null).join(' · '),
  )
  if (places.length === 0) return name
  return { zh: `${name}（${places.join('、')}）`, en: `${name} (${places.join(', ')})` }[lang]
}

export function severalMeant(text: string, people: readonly Candidate[]): UserError {
  const shown = text.slice(0, 40)
  const who = (lang: Lang) => people.map(one => described(one, lang)).join({ zh: '、', en: ' or ' }[lang])
  return new UserError('linking.member-ambiguous', {
    zh: `“${shown}”可能是 ${who('zh')}。请写全名；同名的话写上平台或部门：李雷@钉钉、李雷@华东销售部`,
    en: `"${shown}" may be ${who('en')}. Please write the whole name, for namesakes with the platform or the department: Li@Slack, Li@Sales`,
  })
}

const namesInstead: Words = {
  zh: '写两个名字：/成员 关联 李雷@钉钉 李雷@Slack',
  en: 'write two names: /member link Li@Slack Li@WeCom',
}

/** Says neither the number nor whose it is: others may read along, and the number alone would tell them. */
export function numberUnclear({ tail, holders }: Extract<TwoMeant, { kind: 'number' }>): UserError {
  const words = {
    nobody: {
      zh: `这里没有人用尾号 ${tail} 的手机号，或者平台没有告诉我。请${namesInstead.zh}`,
      en: `Nobody here has the number ending in ${tail}, or their platform does not tell me. Please ${namesInstead.en}`,
    },
    one: {
      zh: `这里只有一个人用尾号 ${tail} 的手机号：也许已经关联好了，也许另一个平台没有告诉我。请在号码前写上另一个账号的名字：/成员 关联 张敏 手机号，或者${namesInstead.zh}`,
      en: `Only one person here has the number ending in ${tail}: perhaps they are linked already, perhaps the other platform does not tell me. Write the name of the other account before the number: /member link Zhang NUMBER, or ${namesInstead.en}`,
    },
    many: {
      zh: `这里用尾号 ${tail} 的手机号的不止两个人，看不出是哪两个。请${namesInstead.zh}`,
      en: `More people than two here have the number ending in ${tail}, so it does not tell which are meant. Please ${namesInstead.en}`,
    },
  }
  return new UserError('linking.number-unclear', words[holders])
}

export function unreadable(): UserError {
  return new UserError('linking.members-unreadable', {
    zh: '请写两个名字：/成员 关联 李雷 Li Lei。同名的话写上平台：/成员 关联 李雷@钉钉 李雷@Slack；或者只写一次名字：/成员 关联 李雷；写手机号也行：/成员 关联 手机号',
    en: 'Write two names: /member link Li Lei 李雷. If they are called the same, name the platforms: /member link Li@Slack Li@WeCom; or write the name once: /member link Li. A mobile number does as well: /member link NUMBER',
  })
}

export function sameOne(name: string): UserError {
  return new UserError('linking.same-person', {
    zh: `两个名字说的都是 ${name} 这一个人，已经是关联好的。`,
    en: `Both names mean ${name}, who is one person already.`,
  })
}

/** @param name - null where nobody may read whom the words of the admin mean */
export function elsewhere(name: string | null): UserError {
  return new UserError('linking.elsewhere', {
    zh: `${name === null ? '其中一位' : `${name} `}还在你不管理的团队里，不能由你来关联。请 TA 自己私聊我输入 /关联。`,
    en: `${name ?? 'One of them'} is also in a team that you are no admin of, so it is not for you to link them. They can do it themselves: /link in a direct chat with me.`,
  })
}

export function twiceByAdmin(name: string): UserError {
  return new UserError('linking.twice', {
    zh: `还没有关联：${name} 的两个账号在同一场都交过，只有本人知道算哪一份。请 TA 私聊我输入 /关联，到时可以选。`,
    en: `Not linked: both accounts of ${name} answered the same round, and only they know which answer holds. Let them type /link in a direct chat with me; there they can choose.`,
  })
}
