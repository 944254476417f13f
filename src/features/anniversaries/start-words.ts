import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate, LocalTime } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { periodOf } from '../../calendar/periods.ts'
import { actions, content, quiet, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
import { offButton, whenWords } from './common-words.ts'
import type { OwnDays } from './own-days.ts'
import type { StartRequest } from './read-days.ts'

/** What the team knows of when the reader began. */
export function startContent(
  days: Pick<OwnDays, 'startedOn' | 'startState'> | null,
  greetAt: LocalTime | null,
  lang: Lang,
): Content {
  const startedOn = days?.startedOn ?? null
  if (startedOn === null) {
    return content(
      lang,
      text({ zh: '没有记你的入职日', en: 'When you joined the company is not noted' }[lang]),
      quiet(
        {
          zh: '想让群里祝贺周年就写 /入职 2023-05-10',
          en: 'To have your years at work greeted type /joined 2023-05-10',
        }[lang],
      ),
    )
  }
  const isAgreed = days?.startState === 'agreed'
  const day = fullDay(startedOn, lang)
  return content(
    lang,
    text({ zh: `你的入职日记作 ${day}`, en: `You joined on ${day}, as noted` }[lang]),
    quiet(isAgreed ? whenWords(greetAt, lang) : notAgreed[lang]),
    actions(
      isAgreed ? null : agreeButton(lang),
      offButton('anniversaries.joined', { zh: '/入职', en: '/joined' }[lang], lang),
    ),
  )
}

const notAgreed: Words = {
  zh: '你还没有同意，所以不会在群里祝贺。同意写 /入职 好',
  en: 'You have not agreed yet, so nothing is said. To agree type /joined yes',
}

function agreeButton(lang: Lang): Button {
  return {
    id: 'anniversaries.joined',
    label: { zh: '好，祝贺我', en: 'Yes, greet me' }[lang],
    words: { zh: '/入职 好', en: '/joined yes' }[lang],
    value: 'yes',
    style: 'primary',
  }
}

export function startOffContent(lang: Lang): Content {
  return content(
    lang,
    text(
      {
        zh: '好，入职日已经删掉，不会在群里说，经理也不能再替你填',
        en: 'It is deleted and will not be mentioned, and no manager can enter it for you again',
      }[lang],
    ),
  )
}

/** Asks a member whether a date that a manager gave may be greeted. */
export function askedContent(by: string, date: LocalDate, lang: Lang): Content {
  const day = fullDay(date, lang)
  return content(
    lang,
    text(
      {
        zh: `${by} 记了你的入职日：${day}。每年这天在群里祝贺你，好吗？`,
        en: `${by} noted that you joined on ${day}. May the group greet you on that day each year?`,
      }[lang],
    ),
    quiet(notAgreedYet[lang]),
    actions(agreeButton(lang), offButton('anniversaries.joined', { zh: '/入职', en: '/joined' }[lang], lang)),
  )
}

const notAgreedYet: Words = {
  zh: '你同意之前什么都不会说；日期不对就写 /入职 2023-05-10',
  en: 'Nothing is said until you agree. If the date is wrong, type /joined 2023-05-10',
}

export function proposedContent(name: string, date: LocalDate, isAgreed: boolean, lang: Lang): Content {
  const day = fullDay(date, lang)
  return content(
    lang,
    text(
      isAgreed
        ? { zh: `${name} 的入职日就是 ${day}，本人已经同意`, en: `${name} joined on ${day}, and has agreed already` }[
            lang
          ]
        : {
            zh: `记下了 ${name} 的入职日 ${day}，已私下问本人是否愿意在群里祝贺`,
            en: `Noted that ${name} joined on ${day}; they are asked in private whether it may be greeted`,
          }[lang],
    ),
  )
}

function fullDay(date: LocalDate, lang: Lang): string {
  return labelOf(periodOf('day', date), lang)
}

export function whyAsked(by: string): Words {
  return { zh: `${by} 用 /入职 填了你的入职日`, en: `${by} entered with /joined when you began` }
}

export function declinedWords(name: string): Words {
  return {
    zh: `${name} 不想在群里祝贺入职周年，请由本人来写 /入职`,
    en: `${name} does not want their years at work greeted; they can change that with /joined`,
  }
}

export const nothingToAgree: Words = {
  zh: '还没有记你的入职日。写 /入职 2023-05-10',
  en: 'When you joined is not noted yet. Type /joined 2023-05-10',
}

export const onlyManagersForOthers: Words = {
  zh: '别人的入职日由经理或本人来写；你自己的：/入职 2023-05-10',
  en: 'Only managers can enter it for others, and the person agrees; yours: /joined 2023-05-10',
}

export function startUnclear(kind: StartRequest['kind']): Words {
  if (kind === 'no-year') {
    return { zh: '请带上年份，例如 /入职 2023-05-10', en: 'Please give the year too, as in /joined 2023-05-10' }
  }
  if (kind === 'in-future') {
    return { zh: '入职日不能在今天以后', en: 'That day is still to come; give the day on which the work began' }
  }
  return {
    zh: '没看懂日期。写 /入职 2023-05-10；不想要写 /入职 关；经理可以写 /入职 @张三 2023-05-10',
    en: 'The date is not understood. Type /joined 2023-05-10, or /joined off; a manager may type /joined @Sam 2023-05-10',
  }
}
