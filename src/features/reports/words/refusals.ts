import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import type { TeamForm } from '../../forms/store.ts'
import type { Occurrence } from '../../rounds/window.ts'
import { dayLabel, lineStart } from './labels.ts'

interface NothingDue {
  readonly form: Pick<TeamForm, 'kind' | 'key'>
  readonly title: Words
  /** The day that was named, if one was. */
  readonly date: LocalDate | null
  readonly previous: Occurrence | null
  readonly next: Occurrence | null
  readonly zone: Zone
}

/** Says what can be done instead: fill in the last one, or wait for the next. */
export function nothingDueWords(due: NothingDue): Words {
  return { zh: nothingDue(due, 'zh'), en: nothingDue(due, 'en') }
}

function nothingDue({ form, title, date, previous, next, zone }: NothingDue, lang: Lang): string {
  const name = title[lang]
  if (date !== null) {
    const day = dayLabel(date, lang)
    return { zh: `${day} 没有要交的${name}。`, en: `No ${name} is asked for on ${day}.` }[lang]
  }
  const parts = [{ zh: `现在没有要交的${name}。`, en: `No ${name} is open now.` }[lang]]
  if (previous) {
    const start = lineStart(form, { who: null, date: previous.date }, lang)
    const day = dayLabel(previous.date, lang)
    parts.push({ zh: `补交 ${day} 的：${start} …。`, en: `To fill in ${day}: ${start} ….` }[lang])
  }
  if (next)
    parts.push(
      { zh: `下一次 ${opening(next, zone, lang)} 开始。`, en: `The next opens ${opening(next, zone, lang)}.` }[lang],
    )
  return parts.join({ zh: '', en: ' ' }[lang])
}

export function notYetWords(title: Words, occurrence: Occurrence, zone: Zone): Words {
  const zh = `${dayLabel(occurrence.date, 'zh')} 的${title.zh}还没开始，${opening(occurrence, zone, 'zh')} 起可交。`
  const en = `The ${title.en} of ${dayLabel(occurrence.date, 'en')} is not open yet; it opens ${opening(occurrence, zone, 'en')}.`
  return { zh, en }
}

function opening({ opensAt }: Occurrence, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(opensAt, zone)
  return `${dayLabel(date, lang)} ${time}`
}

export function notAllowedWords(refusal: 'for-others' | 'too-old', date: LocalDate, backfillDays: number): Words {
  if (refusal === 'for-others') {
    return { zh: '替别人交需要组长或更高角色。', en: 'Reporting for somebody else takes a lead or above.' }
  }
  const own: Words = {
    zh: backfillDays === 0 ? '截止后' : `自己只能补最近 ${backfillDays} 个工作日；`,
    en:
      backfillDays === 0
        ? 'Once closed, '
        : `You can fill in the last ${backfillDays} workdays yourself; for earlier ones `,
  }
  return {
    zh: `${dayLabel(date, 'zh')} 的已截止。${own.zh}请组长或经理代补。`,
    en: `${dayLabel(date, 'en')} is closed. ${own.en}ask a lead or manager to do it.`,
  }
}

export const roundGoneWords: Words = {
  zh: '这一场已不存在，请重新输入 /日报 或 /计划',
  en: 'That round is gone; type /report or /plan again',
}

export const nothingFilledInWords: Words = {
  zh: '还什么都没填：至少填一项，没有就填 0',
  en: 'nothing is filled in yet: answer one at least, with 0 if there was none',
}

export function noFormWords(kind: 'plan' | 'report'): Words {
  const name = { plan: { zh: '计划', en: 'plan' }, report: { zh: '日报', en: 'report' } }[kind]
  return {
    zh: `团队没有启用${name.zh}。经理可以用 /表单 打开。`,
    en: `The team asks for no ${name.en}. A manager can switch it on with /form.`,
  }
}

export const noBlockerWords: Words = {
  zh: '没有文字可记。可以写：/卡点 合同等盖章',
  en: 'There are no words to note. Type it like this: /blocker contract waits for a signature',
}

export const reportGoneWords: Words = {
  zh: '这份内容已不存在，请重新输入 /日报 或 /计划',
  en: 'It is no longer there; type /report or /plan again',
}
