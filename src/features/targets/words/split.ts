import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { actions, content, heading, quiet, strong, table, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, showValue } from '../../metrics/catalogue.ts'
import { decimalsOf } from '../metric-rules.ts'
import type { Basis, Share } from '../shares.ts'
import { periodOfTarget, type Target, type TargetKind } from '../target.ts'
import { command, targetName, typedSlot } from './names.ts'
import { percent } from './pace.ts'

/** How a target is or would be shared out. */
export interface Split {
  readonly whole: Target
  /** Whose it is; null for the team's. */
  readonly owner: string | null
  readonly metric: Metric
  readonly into: TargetKind | 'people'
  readonly basis: Basis
  readonly parts: readonly (Share & { readonly value: number })[]
}

/** The parts before anything is written, and the way to say yes. */
export function splitContent(split: Split, lang: Lang): Content {
  const { whole, metric, into, parts } = split
  const isPeople = into === 'people'
  const labels = {
    zh: [isPeople ? '成员' : '时间', '份额', '占比'],
    en: [isPeople ? 'Member' : 'Time', 'Share', 'Part'],
  }[lang]
  const label = {
    zh: isPeople ? '提给每个人' : '就这样定',
    en: isPeople ? 'Propose to each' : 'Set it so',
  }[lang]
  return content(
    lang,
    heading(
      { zh: `拆分预览：${targetName(whole, metric, lang)}`, en: `Preview: ${targetName(whole, metric, lang)}` }[lang],
    ),
    table(
      labels.map((text, at) => ({ label: text, align: at === 0 ? 'start' : 'end' })),
      [
        ...parts.map(part => [
          nameOf(part, isPeople, lang),
          showValue(metric, part.value, lang),
          percent(whole.value === 0 ? null : part.value / whole.value),
        ]),
        [strong({ zh: '合计', en: 'Total' }[lang]), strong(showValue(metric, whole.value, lang)), ''],
      ],
    ),
    text(bases[split.basis][lang]),
    actions({ id: 'targets.split', label, words: typed(split, lang), value: carried(split), style: 'primary' }),
    quiet(
      {
        zh: '换个分法：按人头、按角色、按资历、按历史，或写比例 3:4:5',
        en: 'Other ways: by equal, by role, by tenure, by history, or a ratio such as 3:4:5',
      }[lang],
    ),
  )
}

function nameOf(share: Share, isPeople: boolean, lang: Lang): string {
  return isPeople ? (share.member?.name ?? '') : labelOf(periodOfTarget(share), lang)
}

const bases: Readonly<Record<Basis, Words>> = {
  equal: { zh: '按人头平均，请假的天数不算', en: 'Equally, by the days each works' },
  role: { zh: '按角色：组长按一半算，请假的天数不算', en: 'By role: leads count half; by the days each works' },
  tenure: {
    zh: '按资历：入职 90 天内按天数折算（最少四分之一），请假的天数不算',
    en: 'By tenure: within the first 90 days in proportion (a quarter at least); by the days each works',
  },
  history: { zh: '按历史的比例', en: 'In proportion to the past' },
  calendar: { zh: '按工作日（含调休）', en: 'By workdays, make-up days included' },
  'no-history': { zh: '去年同期没有数，改按工作日（含调休）', en: 'Last year has no figures, so by workdays' },
  'by-hand': { zh: '按你给的比例', en: 'By your ratio' },
}

const intoWords: Readonly<Record<Split['into'], Words>> = {
  people: { zh: '按人', en: 'into people' },
  year: { zh: '', en: '' },
  quarter: { zh: '按季', en: 'into quarters' },
  month: { zh: '按月', en: 'into months' },
  week: { zh: '按周', en: 'into weeks' },
  day: { zh: '按天', en: 'into days' },
}

/** What confirms exactly what is shown, whatever is reported in the meantime. */
function typed(split: Split, lang: Lang): string {
  const verb = { zh: '拆分', en: 'split' }[lang]
  return `${command[lang]} ${verb} ${asTyped(split, lang)}`
}

function carried(split: Split): string {
  return asTyped(split, 'en')
}

function asTyped({ whole, owner, metric, into, parts }: Split, lang: Lang): string {
  const who = owner ?? { zh: '团队', en: 'team' }[lang]
  const size = 10 ** decimalsOf(metric)
  const ratio = parts.map(({ value }) => Math.round(value * size)).join(':')
  const confirm = { zh: '确认', en: 'confirm' }[lang]
  const words = [typedSlot(whole, metric, who, lang), intoWords[into][lang], parts.length > 1 ? ratio : '', confirm]
  return words.filter(word => word !== '').join(' ')
}

/** What was written. `changed` leaves out what was so already. */
export function splitDone({ into, parts, whole, metric }: Split, changed: number, lang: Lang): Content {
  const name = targetName(whole, metric, lang)
  const count = parts.length
  const done =
    into === 'people'
      ? {
          zh: `${name} 已按人拆好，私下提给了 ${changed} 人；谁接受了会告诉你。`,
          en: `${name} is split; ${changed} of ${count} people were asked in private. You will hear who accepts.`,
        }
      : {
          zh: `${name} 已拆成 ${count} 份，更新了 ${changed} 份。`,
          en: `${name} is split into ${count}; ${changed} changed.`,
        }
  return content(
    lang,
    text(done[lang]),
    actions({ id: 'targets.show', label: { zh: '全部目标', en: 'All targets' }[lang], words: command[lang] }),
  )
}
