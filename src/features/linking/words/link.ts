import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { code, content, field, fields, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { platformName } from '../../team/platform-names.ts'
import type { Person } from '../accounts.ts'
import { CODE_MINUTES } from '../code.ts'
import type { Twice } from '../twice.ts'

/** The accounts that a person has, and the code to link another one with. For their eyes only. */
export function linkWords(lang: Lang, person: Person, fresh: string): Content {
  const w = {
    zh: {
      title: '关联你在别的平台上的账号',
      how: `在另一个平台上私聊我，${CODE_MINUTES} 分钟内输入：`,
      secret: '这个码等于你本人，不要发给别人；只能用一次。关联后两边是同一个你，不能再分开。',
    },
    en: {
      title: 'Link your account on another platform',
      how: `Within ${CODE_MINUTES} minutes, tell me in a direct chat on the other platform: `,
      secret:
        'Whoever types this code becomes you, so show it to nobody. It works once, and what is linked stays linked.',
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    text(w.how, code({ zh: `/关联 ${fresh}`, en: `/link ${fresh}` }[lang])),
    quiet(w.secret),
    accountsBlock(lang, person),
  )
}

/** Said where others read along. */
export function sentPrivatelyWords(lang: Lang, what: 'account' | 'group'): Content {
  const again = { account: { zh: '/关联', en: '/link' }, group: { zh: '/绑定', en: '/bind' } }[what][lang]
  const words = {
    zh: `码已私聊发给你。没收到的话，请私聊我发 `,
    en: `I sent you the code in our direct chat. If it is not there, tell me in that chat: `,
  }
  return content(lang, text(words[lang], code(again)))
}

export function linkedWords(lang: Lang, person: Person): Content {
  const w = {
    zh: { done: `已关联，${person.name}。现在两边是同一个你：在哪边交都算，只算一次；提醒发到你最近用的那边。` },
    en: {
      done: `Linked, ${person.name}. Both accounts are you now: report on either, it counts once; reminders go to where you were last.`,
    },
  }[lang]
  return content(lang, text(w.done), accountsBlock(lang, person))
}

function accountsBlock(lang: Lang, { accounts }: Person): Block | null {
  const label = { zh: '已关联的账号', en: 'Your accounts' }[lang]
  const shown = accounts.map(({ platform, name }) => `${platformName(platform, lang)} · ${name}`)
  if (shown.length === 0) return null
  return shown.length === 1 ? fields(field(label, shown[0] ?? '')) : list([[label], ...shown.map(one => [one])])
}

/** What is wrong with a code that was typed; `again` says where a new one comes from. */
export function wrongCodeWords(lang: Lang, again: Words): Content {
  const w = {
    zh: ['这个码不对，或者已经用过、过期了。要新的码：', again.zh],
    en: ['This code is wrong, used, or older than it may be. For a new one: ', again.en],
  }[lang]
  const [said = '', how = ''] = w
  return content(lang, text(said, how))
}

export function tooManyWords(lang: Lang, minutes: number): Content {
  const words = {
    zh: `错的码输得太多了，请过 ${minutes} 分钟再试。`,
    en: `Those were too many wrong codes. Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  }
  return content(lang, text(words[lang]))
}

export const whereAccountCodes: Words = {
  zh: '在你原来用的平台上私聊我，发 /关联',
  en: 'say /link to me in a direct chat on the platform that you have been using',
}

export function ownCode(): UserError {
  return new UserError('linking.own-code', {
    zh: '这是这个账号自己的码。请到另一个平台上私聊我，在那里输入它。',
    en: 'This is the code of this very account. Type it to me on the other platform.',
  })
}

export function gone(): UserError {
  return new UserError('linking.gone', {
    zh: '这个码的主人刚刚已经和别的账号关联了。请再要一个码：/关联',
    en: 'Whoever asked for this code has just been linked with another account. Ask for a new one with /link',
  })
}

export function onePlatform(platform: string): UserError {
  return new UserError('linking.one-platform', {
    zh: `两边都有${platformName(platform, 'zh')}账号，同一个平台上的两个账号不能关联：那通常是两个人。`,
    en: `Both have an account on ${platformName(platform, 'en')}, and two accounts of one platform are not linked: usually they are two people.`,
  })
}

const kinds: Readonly<Record<Twice['kind'], Words>> = {
  plan: { zh: '计划', en: 'plan' },
  report: { zh: '日报', en: 'report' },
  custom: { zh: '表单', en: 'form' },
}

/** More days than these are only counted. */
const SHOWN = 5

function days(twice: readonly Twice[], lang: Lang): string {
  const all = [...new Set(twice.map(({ date, kind }) => `${date} ${kinds[kind][lang]}`))]
  const shown = all.slice(0, SHOWN).join({ zh: '、', en: ', ' }[lang])
  return all.length > SHOWN
    ? { zh: `${shown} 等 ${all.length} 份`, en: `${shown} and ${all.length - SHOWN} more` }[lang]
    : shown
}

/** Both accounts have answered the same: only their owner knows which answer holds. */
export function twiceRefusal(typed: string, twice: readonly Twice[], here: Person, there: Person): UserError {
  const at = (person: Person, lang: Lang) =>
    person.accounts.map(({ platform }) => platformName(platform, lang)).join('/')
  return new UserError('linking.twice', {
    zh:
      `还没有关联：两个账号都交了 ${days(twice, 'zh')}，只能算一份。` +
      `要留这边（${at(here, 'zh')}）交的，输入 /关联 ${typed} 留这边；要留那边（${at(there, 'zh')}）交的，输入 /关联 ${typed} 留那边。` +
      '没留下的那份不再计数，文字仍留在记录里；其他日子都保留。',
    en:
      `Not linked yet: both accounts handed in ${days(twice, 'en')}, and only one of each can count. ` +
      `To keep what you gave here (${at(here, 'en')}), type /link ${typed} here; to keep what you gave there (${at(there, 'en')}), type /link ${typed} there. ` +
      'The other one is not counted any more, its words stay on record; all other days stay as they are.',
  })
}
