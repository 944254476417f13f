import type { Lang } from '../../../base/words.ts'
import { code, content, field, fields, heading, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { langNames } from '../lang-names.ts'
import type { SetUp, UsualSetUp } from '../setup-input.ts'
import { setUpForm } from './setup-form.ts'

/** Said once in a group that has no team yet. */
export function greetingWords(usual: UsualSetUp, groupName: string | null): Content {
  const { lang } = usual
  const { hello, offer } = {
    zh: {
      hello: '大家好，我是领头羊',
      offer: '我帮销售团队收计划和日报、算数字、发榜单。先用这个群建一个团队，一分钟就好；谁来建，谁就是管理员。',
    },
    en: {
      hello: 'Hello, I am Bellwether',
      offer:
        'I collect plans and reports for sales teams, keep the numbers and post the boards. Let us make a team from this group: it takes a minute, and whoever does it is its admin.',
    },
  }[lang]
  return content(lang, heading(hello), text(offer), setUpForm(usual, groupName))
}

/** Said to whoever speaks to us in a group that was greeted and still has no team. */
export function reminderWords(usual: UsualSetUp, groupName: string | null): Content {
  const { lang } = usual
  const first = {
    zh: '这个群还没有建团队，建好以后才能用。',
    en: 'This group has no team yet; it takes one to begin.',
  }[lang]
  return content(lang, text(first), setUpForm(usual, groupName))
}

/** Said in a direct chat to somebody who is in no team. */
export function pointToGroupWords(lang: Lang): Content {
  const words = {
    zh: '你还不在任何团队里。请在团队的群里对我说一句话，就会加入；还没有团队的话，把我拉进群，我会带着建。',
    en: 'You are in no team yet. Speak to me in your team’s group and you are in; if there is no team yet, invite me into the group and I will help to make one.',
  }
  return content(lang, text(words[lang]))
}

/** Said in the group once its team exists; `taken` of those who are in the group were taken in beside the founder. */
export function teamMadeWords(input: SetUp, taken: number): Content {
  const { lang, name, zone, planDue, reportDue } = input
  const words = {
    zh: {
      done: `“${name}”建好了`,
      day: '每个工作日',
      plan: `计划 ${planDue} 前，日报 ${reportDue} 前`,
      zone: '时区',
      lang: '语言',
      taken: `群里另外 ${taken} 人已经是成员了。`,
      join: '其他人在群里对我说一句话就加入了，比如 ',
      manage: ['改时间用 ', code('/表单'), '，其他用 ', code('/设置'), '。'],
      hand: '经理加入以后，请管理员输入 ',
    },
    en: {
      done: `"${name}" is set up`,
      day: 'Every workday',
      plan: `plan by ${planDue}, report by ${reportDue}`,
      zone: 'Time zone',
      lang: 'Language',
      taken: `${taken} ${taken === 1 ? 'other' : 'others'} of this group ${taken === 1 ? 'is a member' : 'are members'} already. `,
      join: 'Everybody else joins by speaking to me here, for example ',
      manage: ['Times are changed with ', code('/form'), ', the rest with ', code('/settings'), '.'],
      hand: 'Once the manager has joined, the admin types ',
    },
  }[lang]
  const facts = fields(field(words.day, words.plan), field(words.zone, zone), field(words.lang, langNames[lang]))
  const next: Block =
    input.manager === 'me'
      ? quiet(...words.manage)
      : quiet(words.hand, code(lang === 'zh' ? '/成员 张三 role=manager' : '/member Zhang San role=manager'))
  const example = lang === 'zh' ? '/计划 拜访3 电话20' : '/plan visits 3 calls 20'
  return content(lang, heading(words.done), facts, text(taken > 0 ? words.taken : '', words.join, code(example)), next)
}

/** Said privately to somebody who has just joined by speaking; what comes with it is said by `welcome`. */
export function welcomeWords(lang: Lang, teamName: string): Content {
  const { hello, how, words } = {
    zh: { hello: `欢迎加入“${teamName}”。`, how: '第一周怎么用：', words: '/帮助 新人' },
    en: { hello: `Welcome to "${teamName}".`, how: 'How your first week goes: ', words: '/help first week' },
  }[lang]
  return content(lang, text(hello), quiet(how, code(words)))
}
