import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, list, mention, quiet, type Spanlike, strong, text } from '../../content/build.ts'
import type { Block, Button, Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { Award } from './award.ts'

/** 2026年10月签单额冠军 · Revenue champion of October 2026 */
export function titleOf(metric: Metric, period: Period): Words {
  return {
    zh: `${labelOf(period, 'zh')}${metricName(metric, 'zh')}冠军`,
    en: `${metricName(metric, 'en')} champion of ${labelOf(period, 'en')}`,
  }
}

export function championContent(
  award: Award,
  metric: Metric,
  certificates: readonly Block[],
  zone: Zone,
  lang: Lang,
): Content {
  const { period, revision, asOf } = award
  const title = titleOf(metric, period)[lang]
  const { date, time } = toLocal(asOf, zone)
  return content(
    lang,
    heading(revision === 1 ? title : { zh: `更正：${title}`, en: `Corrected: ${title}` }[lang]),
    text(...honour(award, metric, lang)),
    ...certificates,
    revision === 1
      ? null
      : quiet({ zh: '有实绩更正过，这是重新核对后的结果', en: 'Entries were corrected; this is the count anew' }[lang]),
    quiet({ zh: `按 ${date} ${time} 为止的实绩评出`, en: `By the entries up to ${date} ${time}` }[lang]),
    actions(proofButton(metric, period, lang)),
  )
}

function honour({ winners, value }: Award, metric: Metric, lang: Lang): readonly Spanlike[] {
  const name = metricName(metric, lang)
  const shown = strong(showValue(metric, value, lang))
  const people = winners.flatMap(({ memberId, name }, at) => [
    at === 0 ? '' : { zh: '、', en: ', ' }[lang],
    mention({ id: memberId, name }),
  ])
  const shared = winners.length > 1
  return {
    zh: ['🏆 ', ...people, shared ? ` 并列第一，各 ${name} ` : ` ${name} `, shown, '。祝贺！'],
    en: [
      '🏆 ',
      ...people,
      shared ? ` share the first place with ${name} ` : ` with ${name} `,
      shown,
      '. Congratulations!',
    ],
  }[lang]
}

export function ownContent({ period, value, winners }: Award, metric: Metric, certificate: Block, lang: Lang): Content {
  const title = titleOf(metric, period)[lang]
  const name = metricName(metric, lang)
  const shown = strong(showValue(metric, value, lang))
  const shared = winners.length > 1
  return content(
    lang,
    text(
      ...{
        zh: [`🏆 恭喜！你是${title}${shared ? '（并列）' : ''}：${name} `, shown, '。这份荣誉归你。'],
        en: [
          `🏆 Congratulations! You are ${shared ? 'a joint ' : ''}${title}: ${name} `,
          shown,
          '. It is yours to keep.',
        ],
      }[lang],
    ),
    certificate,
    actions(proofButton(metric, period, lang)),
  )
}

function proofButton(metric: Metric, period: Period, lang: Lang): Button {
  return {
    id: 'champions.proof',
    label: { zh: '怎么算的', en: 'How it was counted' }[lang],
    words: typed({ zh: '/追溯 冠军', en: '/trace champion' }, metric, period, lang),
    value: `${metric.key} ${period.key}`,
  }
}

/** A command about one award, as it can be typed. */
export function typed(command: Words, metric: Metric, period: Period, lang: Lang, more = ''): string {
  return `${command[lang]} ${period.key} ${metric.key}${more === '' ? '' : ` ${more}`}`
}

/** What was named so far, the latest first. */
export function championList(
  awards: readonly { readonly award: Award; readonly metric: Metric }[],
  lang: Lang,
): Content {
  const names = ({ winners }: Award) => winners.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  return content(
    lang,
    heading({ zh: '历届冠军', en: 'Champions' }[lang]),
    list(
      awards.map(({ award, metric }) => [
        `${titleOf(metric, award.period)[lang]}${{ zh: '：', en: ': ' }[lang]}`,
        strong(names(award)),
        ` ${showValue(metric, award.value, lang)}`,
      ]),
    ) ?? text({ zh: '还没有评出过冠军。', en: 'No champion was named yet.' }[lang]),
    quiet(
      {
        zh: '看一届是怎么算的：/冠军 2026-10；经理还可以 /冠军 导出 2026-10、/冠军 重算 2026-10',
        en: 'How one was counted: /champion 2026-10; managers also /champion export 2026-10 and /champion redo 2026-10',
      }[lang],
    ),
  )
}

const every: Readonly<Record<string, Words>> = {
  month: { zh: '月度', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  year: { zh: '年度', en: 'year' },
}

export function whyChampion(kind: Period['kind']): Words {
  const of = every[kind] ?? { zh: '', en: 'period' }
  return {
    zh: `团队评${of.zh}冠军，在周期结束后的第一个工作日公布`,
    en: `The team names a champion of every ${of.en}, on the first workday after it`,
  }
}

export function notNamed(metric: Metric, period: Period): Words {
  const { zh, en } = titleOf(metric, period)
  return {
    zh: `${zh}还没有公布。记下汇率后会自动公布。`,
    en: `${en} is not named yet. Once the rate is there, it will be.`,
  }
}

export const whyOwn: Words = {
  zh: '你是这一期的冠军，这是给你本人的一份',
  en: 'You are the champion of that period; this one is for you',
}
