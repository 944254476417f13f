import type { Lang, Words } from '../../base/words.ts'
import { actions, content, field, fields, heading, quiet, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { type Metric, showValue } from '../metrics/catalogue.ts'
import type { Award, Verdict } from './award.ts'
import { titleOf, typed } from './words.ts'

interface Change {
  readonly award: Award
  readonly verdict: Pick<Verdict, 'winners' | 'value'>
  readonly metric: Metric
}

const redo: Words = { zh: '/冠军 重算', en: '/champion redo' }

export function redoAsked(change: Change, lang: Lang): Content {
  const { award, metric } = change
  return content(
    lang,
    heading(titleOf(metric, award.period)[lang]),
    difference(change, lang),
    quiet(
      {
        zh: '确认后会在群里发更正，原来的一届也留着',
        en: 'Confirm, and the group hears of the correction; the old award is kept too',
      }[lang],
    ),
    actions({
      id: 'champions.redo',
      label: { zh: '确认重算', en: 'Confirm' }[lang],
      words: typed(redo, metric, award.period, lang, { zh: '确认', en: 'confirm' }[lang]),
      value: `${metric.key} ${award.period.key}`,
      style: 'primary',
    }),
  )
}

export function redoSame({ period, winners, value }: Award, metric: Metric, lang: Lang): Content {
  const who = namesOf({ winners }, lang)
  const title = titleOf(metric, period)[lang]
  const shown = showValue(metric, value, lang)
  return content(
    lang,
    text(
      {
        zh: `按现在的实绩重新算过，${title}还是${who}，${shown}。没有要改的。`,
        en: `Counted anew with the entries as they are now: ${title} is still ${who} with ${shown}. Nothing to change.`,
      }[lang],
    ),
  )
}

export function redoDone({ period, winners }: Verdict, metric: Metric, lang: Lang): Content {
  const who = namesOf({ winners }, lang)
  const title = titleOf(metric, period)[lang]
  return content(lang, text({ zh: `已更正：${title}是${who}。`, en: `Corrected: ${title} is ${who}.` }[lang]))
}

/** What a manager alone is told when an entry that had been counted was corrected. `verdict` is null when none is left. */
export function correctedContent(
  {
    award,
    metric,
    verdict,
  }: { readonly award: Award; readonly metric: Metric; readonly verdict: Change['verdict'] | null },
  lang: Lang,
): Content {
  const title = titleOf(metric, award.period)[lang]
  return content(
    lang,
    text(
      {
        zh: `${title}公布之后，计入过的实绩有更正。公布的结果不会自己改变。`,
        en: `After ${title} was named, entries that had been counted were corrected. The award does not change by itself.`,
      }[lang],
    ),
    verdict
      ? difference({ award, metric, verdict }, lang)
      : quiet({ zh: '现在这段时间已经没有实绩', en: 'There are no entries in that period now' }[lang]),
    quiet(
      {
        zh: `要按现在的实绩重新评，请输入 ${typed(redo, metric, award.period, 'zh')}`,
        en: `To have it counted anew, type ${typed(redo, metric, award.period, 'en')}`,
      }[lang],
    ),
  )
}

/** The same where a rate is missing. */
export function cannotCount({ award, metric }: Pick<Change, 'award' | 'metric'>): Words {
  const { zh, en } = titleOf(metric, award.period)
  const typedIn = (lang: Lang) => typed(redo, metric, award.period, lang)
  return {
    zh: `${zh}公布之后，计入过的实绩有更正，现在缺汇率，算不出新的结果。记下汇率后可以输入 ${typedIn('zh')}`,
    en: `After ${en} was named, entries that had been counted were corrected; without a rate they cannot be counted anew. Once it is there, type ${typedIn('en')}`,
  }
}

function difference({ award, verdict, metric }: Change, lang: Lang): Block | null {
  const [before, after] = { zh: ['公布的', '现在算'], en: ['As named', 'As of now'] }[lang]
  const shown = (of: Change['verdict']) => `${namesOf(of, lang)} ${showValue(metric, of.value, lang)}`
  return fields(field(before ?? '', shown(award)), field(after ?? '', shown(verdict)))
}

function namesOf({ winners }: Pick<Verdict, 'winners'>, lang: Lang): string {
  return winners.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
}

export const whyCorrected: Words = {
  zh: '评过的冠军所依据的实绩有更正，告诉经理由经理决定',
  en: 'Entries behind a champion were corrected; managers are told, and decide',
}
