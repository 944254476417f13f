import type { Lang } from '../../base/words.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Block } from '../../content/content.ts'
import type { Team } from '../../context.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { keepDrawing } from '../../store/pictures.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { Award } from './award.ts'
import { titleOf, typed } from './words.ts'

/** The certificate of one who was first, as a picture with its words beside it. */
export async function certificateOf(
  { tx, team }: { readonly tx: Tx; readonly team: Team },
  award: Award,
  metric: Metric,
  winner: { readonly name: string },
  lang: Lang,
): Promise<Block> {
  const title = titleOf(metric, award.period)[lang]
  const ref = await keepDrawing(tx, certificate(award, metric, winner.name, team, lang), award.asOf)
  return {
    b: 'image',
    ref,
    alt: { zh: `荣誉证书：${winner.name}，${title}`, en: `Certificate: ${winner.name}, ${title}` }[lang],
  }
}

function certificate(
  { period, value, asOf }: Award,
  metric: Metric,
  name: string,
  team: Team,
  lang: Lang,
): DrawingOf<'certificate'> {
  const shown = showValue(metric, value, lang)
  return {
    kind: 'certificate',
    title: { zh: '荣誉证书', en: 'Certificate' }[lang],
    name,
    award: titleOf(metric, period)[lang],
    reason: `${metricName(metric, lang)} ${shown}`,
    from: team.name,
    date: toLocal(asOf, team.zone).date,
    proof: typed({ zh: '/追溯 冠军', en: '/trace champion' }, metric, period, lang),
  }
}
