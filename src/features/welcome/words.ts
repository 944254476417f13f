import type { Lang, Words } from '../../base/words.ts'
import { explainSchedule } from '../../calendar/schedule-words.ts'
import { actions, code, content, field, fields, heading, list, mention, quiet, text } from '../../content/build.ts'
import type { Block, Button, Content, Span } from '../../content/content.ts'
import { commandOf } from '../forms/command-of.ts'
import { how as howMail } from '../mail/words.ts'
import { exampleLine } from '../reports/words/example.ts'
import { type Item, isThrough, type Task, type Welcome } from './read-welcome.ts'

/** How to report, what to type, what holds here, and what to do in the first week. */
export function firstWeekContent(welcome: Welcome, lang: Lang): Content {
  const { teamName, name, forms, metrics, commands, rules, items } = welcome
  const w = {
    zh: {
      title: `${name}，这是你在“${teamName}”的第一周`,
      report: '报计划和结果，一行字、十五秒：',
      daily: '每天用得到的：',
      rules: '这里的约定：',
      again: '想再看：',
    },
    en: {
      title: `${name}, this is your first week in "${teamName}"`,
      report: 'Plans and results take a line each, and fifteen seconds:',
      daily: 'What you need every day:',
      rules: 'What holds here:',
      again: 'To see this again: ',
    },
  }[lang]
  const due = forms.map(form => {
    const { title, cadence } = form.definition
    const label = `${title[lang]} · ${explainSchedule(cadence.schedule, lang)}`
    return field(label, code(`${commandOf(form, lang)} ${exampleLine(form.definition, metrics, lang)}`))
  })
  return content(
    lang,
    heading(w.title),
    due.length > 0 ? text(w.report) : null,
    fields(...due),
    text(w.daily),
    fields(...commands.map(row => field(`/${row.word[lang]}`, row.summary[lang]))),
    rules.length > 0 ? text(w.rules) : null,
    list(rules.map(rule => [rule])),
    ...checklist(items, lang),
    quiet(w.again, code(showButton(lang).words)),
    quiet(...inTheOther[lang]),
  )
}

/** Whoever is new may have chosen no language yet, and is spoken to in the team's: said in the one that they may read. */
const inTheOther: Readonly<Record<Lang, readonly (string | Span)[]>> = {
  zh: ['In English: ', code('/settings lang en'), ', then ', code(showButton('en').words)],
  en: ['看中文：', code('/设置 语言 中文'), '，再 ', code(showButton('zh').words)],
}

/** Half-way, for whoever has something left to do. */
export function midWeekContent({ items }: Welcome, lang: Lang): Content {
  const hello = {
    zh: '第一周过半了，还有几件小事没试过，不急，有空试试：',
    en: 'Half of your first week is over. A few small things are left to try, whenever you have a minute:',
  }[lang]
  return content(lang, text(hello), ...checklist(items, lang), actions(showButton(lang)))
}

/** When it is over. */
export function endContent({ items, name }: Welcome, lang: Lang): Content {
  const all = isThrough(items)
  const hello = {
    zh: all ? `${name}，第一周走完了，该会的都会了 🎉` : `${name}，第一周走完了 👏 剩下的以后慢慢来：`,
    en: all
      ? `${name}, your first week is done, and you know your way around 🎉`
      : `${name}, your first week is done 👏 The rest can wait:`,
  }[lang]
  return content(lang, text(hello), ...(all ? [] : checklist(items, lang)), quiet(last[lang]))
}

const last: Words = {
  zh: '以后不再发新人提示；有问题随时 /帮助',
  en: 'There are no more hints for newcomers from here on; /help is always there',
}

/** What the group hears where a team wants that. */
export function groupWelcome(member: { id: string; name: string }, lang: Lang): Content {
  return content(
    lang,
    text(...{ zh: ['欢迎 ', mention(member), ' 加入 👋'], en: ['Welcome ', mention(member), ' 👋'] }[lang]),
  )
}

export const whyWelcomed: Words = { zh: '你刚加入团队', en: 'you have just joined the team' }
export const whyInGroup: Words = {
  zh: '团队设置了在群里欢迎新人',
  en: 'the team wishes to welcome newcomers in the group',
}

function checklist(items: readonly Item[], lang: Lang): readonly (Block | null)[] {
  const title = {
    zh: '第一周试一遍，做了会自己打勾：',
    en: 'To try in your first week; what you have done ticks itself:',
  }[lang]
  return [
    text(title),
    list(items.map(({ task, done }) => [`${mark(done)}${taskWords[task][lang]}  `, code(how[task][lang])])),
  ]
}

function mark(done: boolean | null): string {
  if (done === null) return ''
  return done ? '✅ ' : '⬜ '
}

const taskWords: Readonly<Record<Task, Words>> = {
  plan: { zh: '交第一份计划', en: 'Hand in a plan' },
  report: { zh: '交第一份日报', en: 'Hand in a report' },
  my: { zh: '看看自己的数字', en: 'Look at your own numbers' },
  thanks: { zh: '谢谢一位同事', en: 'Thank a colleague' },
  rules: { zh: '看看这里的约定', en: 'Read what holds here' },
  mail: { zh: '登记邮箱，重要通知多发一份（可选）', en: 'Have important notices mailed to you, too (if you like)' },
}

const how: Readonly<Record<Task, Words>> = {
  plan: { zh: '/计划', en: '/plan' },
  report: { zh: '/日报', en: '/report' },
  my: { zh: '/我的', en: '/my' },
  thanks: { zh: '/表扬 @同事 原因', en: '/kudos @colleague why' },
  rules: { zh: '/群规', en: '/rules' },
  mail: howMail,
}

function showButton(lang: Lang): Button {
  const words = { zh: '/帮助 新人', en: '/help first week' }[lang]
  return { id: 'welcome.show', label: { zh: '第一周怎么用', en: 'My first week' }[lang], words }
}
