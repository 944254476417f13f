import type { LocalDate } from '../../calendar/dates.ts'
import { periodOf } from '../../calendar/periods.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Block } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { boardSettings } from '../boards/board-settings.ts'
import { pictureBlock } from '../boards/picture-block.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { dailyOf } from '../metrics/entries.ts'
import { mainMetric } from './main-metric.ts'
import { planActual } from './plan-actual.ts'
import { plannedByDay } from './store.ts'
import { weekDrawing, weekPictureWords } from './words/week-drawing.ts'

/** The team's plans of that day's week against what was done, of the main metric that anybody planned; null without plans. */
export async function weekPicture(ctx: MemberContext, date: LocalDate): Promise<Block | null> {
  const { tx, team, now, lang } = ctx
  const week = periodOf('week', date)
  const plans = await plannedByDay(tx, team.id, week)
  const has = ({ key }: { readonly key: string }) => plans.some(plan => plan.key === key && plan.value > 0)
  const metric = mainMetric(await metricsOf(tx, team.id), { ranked: boardSettings(team).weekly, has })
  if (metric === null) return null
  const days = planActual({
    workdays: workdaysBetween(team.calendar, week.from, week.to, 'usual-week'),
    planned: plans.filter(({ key }) => key === metric.key),
    done: await dailyOf(tx, { metricIds: [metric.id], from: week.from, to: week.to }),
    today: toLocal(now, team.zone).date,
  })
  const shown = { team: team.name, metric, week, days }
  return pictureBlock(ctx, weekDrawing(shown, lang), weekPictureWords(shown, lang))
}
