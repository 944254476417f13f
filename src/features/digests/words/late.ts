import type { Lang, Words } from '../../../base/words.ts'
import { content, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { dayLabel } from '../../reports/words/labels.ts'
import type { Digest, DigestRow } from '../digest.ts'
import { cellText } from './numbers.ts'

/** One line for somebody who came after the digest, where it cannot be revised in place. */
export function lateContent({ definition, date, columns }: Digest, row: DigestRow, lang: Lang): Content {
  const title = definition.title[lang]
  const numbers = columns
    .map((metric, at) => ({ metric, cell: row.cells[at] }))
    .flatMap(({ metric, cell }) =>
      cell && cell.done !== null ? [`${metricName(metric, lang)} ${cellText(metric, cell, lang)}`] : [],
    )
    .join({ zh: '，', en: ', ' }[lang])
  const blocked = row.blockers.join({ zh: '；', en: '; ' }[lang])
  const w = {
    zh: { came: ` 补交了 ${dayLabel(date, 'zh')} 的${title}`, colon: '：', blocked: '。卡点：' },
    en: {
      came: ` handed in the ${title.toLowerCase()} of ${dayLabel(date, 'en')}`,
      colon: ': ',
      blocked: '. Blockers: ',
    },
  }[lang]
  return content(
    lang,
    text(
      strong(row.name),
      w.came,
      numbers === '' ? '' : `${w.colon}${numbers}`,
      blocked === '' ? '' : `${w.blocked}${blocked}`,
    ),
  )
}

/** One line for figures that somebody corrected after the digest, where it cannot be revised in place. */
export function correctedContent(
  { definition, date, columns }: Digest,
  row: DigestRow,
  metrics: readonly Metric[],
  lang: Lang,
): Content {
  const numbers = metrics.flatMap(metric => {
    const { done = null } = row.cells[columns.findIndex(({ id }) => id === metric.id)] ?? {}
    return done === null ? [] : [`${metricName(metric, lang)} ${showValue(metric, done, lang)}`]
  })
  const title = definition.title[lang]
  const w = {
    zh: ` ${dayLabel(date, 'zh')} 的${title}更正为：${numbers.join('，')}`,
    en: `: the ${title.toLowerCase()} of ${dayLabel(date, 'en')} was corrected to ${numbers.join(', ')}`,
  }[lang]
  return content(lang, text(strong(row.name), w))
}

export function whyCorrected({ definition }: Pick<Digest, 'definition'>, name: string): Words {
  const { zh, en } = definition.title
  return {
    zh: `${name}${zh}里的数在汇总之后更正了，汇总随之更新`,
    en: `a figure of ${name}’s ${en.toLowerCase()} was corrected after the digest, which is kept up to date`,
  }
}

export function whyDigest({ definition }: Pick<Digest, 'definition'>, due: string): Words {
  const { zh, en } = definition.title
  return {
    zh: `${zh} ${due} 截止，到点汇总一次`,
    en: `the ${en.toLowerCase()} was due at ${due}, and is summed up once then`,
  }
}

export function whyRevised({ definition }: Pick<Digest, 'definition'>, name: string): Words {
  const { zh, en } = definition.title
  return {
    zh: `${name}在汇总之后交了或改了${zh}，汇总随之更新`,
    en: `${name} handed in or changed the ${en.toLowerCase()} after the digest, which is kept up to date`,
  }
}
