import type { Lang, Words } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, content, field, fields, heading, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Post } from '../ladder.ts'
import type { Matter } from '../matter.ts'
import { buttonFor, severityNames, titleOf, whenWords } from './common.ts'

interface Asking {
  readonly matter: Matter
  readonly raiser: string
  readonly now: Date
  readonly zone: Zone
}

const postNames: Readonly<Record<Post, Words>> = {
  duty: { zh: '今天你在值班表上', en: 'You are on the duty list today' },
  lead: { zh: '值班的人没有接手，轮到组长', en: 'Nobody on duty has taken it, so leads are asked' },
  manager: { zh: '前面的人没有接手，轮到经理', en: 'Nobody before you has taken it, so managers are asked' },
  admin: { zh: '前面的人没有接手，轮到管理员', en: 'Nobody before you has taken it, so admins are asked' },
}

/** To the one whose step it is. */
export function askedContent(
  { matter, raiser, post, until, now, zone }: Asking & { post: Post; until: Date },
  lang: Lang,
) {
  const deadline = whenWords(until, now, zone)
  return content(
    lang,
    heading(titleOf(matter, lang)),
    facts({ matter, raiser }, lang),
    text(
      {
        zh: `${postNames[post].zh}。请在 ${deadline} 前确认，之后会找下一位`,
        en: `${postNames[post].en}. Please answer by ${deadline}; then the next one is asked`,
      }[lang],
    ),
    actions(buttonFor('take', matter, lang), buttonFor('decline', matter, lang), buttonFor('show', matter, lang)),
    quiet(handOverWords(matter)[lang]),
  )
}

/** To whoever is offered it by somebody else. */
export function offeredContent(
  { matter, raiser, from }: Pick<Asking, 'matter' | 'raiser'> & { from: string },
  lang: Lang,
): Content {
  return content(
    lang,
    heading(titleOf(matter, lang)),
    facts({ matter, raiser }, lang),
    text(
      {
        zh: `${from} 想把它转给你。你接手之前，仍由对方负责`,
        en: `${from} would like to hand it over to you. Until you take it, it stays with them`,
      }[lang],
    ),
    actions(buttonFor('take', matter, lang), buttonFor('decline', matter, lang), buttonFor('show', matter, lang)),
  )
}

/** The message of somebody who was asked, once it is with somebody else or done with. */
export function settledContent(
  { matter, raiser, owner }: Pick<Asking, 'matter' | 'raiser'> & { owner: string },
  lang: Lang,
): Content {
  const news =
    matter.state === 'closed'
      ? { zh: '已处理好，不用再管', en: 'It is settled; there is nothing left to do' }
      : { zh: `${owner} 正在处理`, en: `${owner} has it` }
  return content(lang, heading(titleOf(matter, lang)), facts({ matter, raiser }, lang), text(news[lang]))
}

/** To whoever has it, each workday. */
export function stillOpenContent({ matter, raiser }: Pick<Asking, 'matter' | 'raiser'>, lang: Lang): Content {
  const { number } = matter
  return content(
    lang,
    heading({ zh: `${titleOf(matter, lang)} 还没有关闭`, en: `${titleOf(matter, lang)} is still open` }[lang]),
    facts({ matter, raiser }, lang),
    text(
      {
        zh: `处理好了请输入：/紧急 ${number} 完成 怎么解决的；有进展：/紧急 ${number} 备注 进展`,
        en: `Once it is settled: /urgent ${number} done how; news: /urgent ${number} note what`,
      }[lang],
    ),
    quiet(handOverWords(matter)[lang]),
  )
}

function facts({ matter, raiser }: Pick<Asking, 'matter' | 'raiser'>, lang: Lang) {
  const w = {
    zh: { what: '事情', by: '提出的人', severity: '级别' },
    en: { what: 'What', by: 'Raised by', severity: 'Severity' },
  }[lang]
  return fields(
    field(w.what, matter.text),
    field(w.by, raiser),
    field(w.severity, severityNames[matter.severity][lang]),
  )
}

function handOverWords({ number }: Matter): Words {
  return { zh: `转给别人：/紧急 ${number} 转 李四`, en: `To hand it over: /urgent ${number} to Li Si` }
}

export const whyAsked: Words = {
  zh: '有紧急事项，按值班表和顺序轮到你',
  en: 'There is an urgent matter, and by the duty list and the order of the chain it is your turn',
}

export const whyOffered: Words = {
  zh: '同事想把一件紧急事项转给你',
  en: 'A colleague would like to hand an urgent matter to you',
}

export const whyStillOpen: Words = {
  zh: '你接手的紧急事项还没有关闭，每个工作日提一次',
  en: 'An urgent matter that you have is not closed; it is brought up once a workday',
}

export const whyUnanswered: Words = {
  zh: '有紧急事项没有人接手，管理员、经理和提出的人都会收到',
  en: 'Nobody has taken an urgent matter; admins, managers and whoever raised it are told',
}

export const whyNews: Words = {
  zh: '你参与的紧急事项有新消息',
  en: 'There is news of an urgent matter in which you take part',
}
