import { createRandom } from '../base/random.ts'
import type { Lang } from '../base/words.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { Saying } from '../context.ts'
import { activeForms } from '../features/forms/store.ts'
import { cast, visitor } from './cast.ts'
import type { Company } from './found-team.ts'
import { type Asked, digested, type Happening, handedIn, leaveTaken, type Past } from './history.ts'
import { occurrencesOn } from './past-days.ts'
import type { Stage } from './stage.ts'
import { type StoryDay, tellStory } from './story.ts'

/** The same story in every demo. */
const SEED = 20

interface Times {
  readonly days: readonly LocalDate[]
  /** The last workday that is over: what happened since then can still be seen in the Room. */
  readonly recent: LocalDate
  readonly now: Date
}

/** What was said lately, when. */
export interface Said {
  readonly at: Date
  readonly saying: Saying
}

/** Lets everything happen that happened up to `now`, in its order, and answers what was said since `recent`. */
export async function livePast(stage: Stage, company: Company, times: Times, lang: Lang): Promise<readonly Said[]> {
  const { days, recent, now } = times
  const [plan, report] = await askedOn(stage, company, days)
  const past: Past = { stage, company, rounds: new Map(), plan, report, recent }
  const story = tellStory(cast, storyDays(days, plan, report), createRandom(SEED), lang)
  const today = days.findLast(date => date > recent)
  const happenings: readonly Happening[] = [
    ...story.absences.map(absence => leaveTaken(past, absence)),
    ...story.acts.filter(({ who, date }) => who !== visitor.id || date !== today).map(act => handedIn(past, act)),
    ...[...plan.occurrences].map(([date, occurrence]) => digested(past, 'plan', date, occurrence)),
    ...[...report.occurrences].map(([date, occurrence]) => digested(past, 'report', date, occurrence)),
  ]
  return runUntil(stage, happenings, now)
}

async function runUntil(stage: Stage, happenings: readonly Happening[], now: Date): Promise<readonly Said[]> {
  const said: Said[] = []
  stage.takeSayings()
  for (const { at, happen } of happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (at > now) break
    await happen()
    for (const saying of stage.takeSayings()) said.push({ at, saying })
  }
  return said
}

async function askedOn({ tx }: Stage, { team }: Company, days: readonly LocalDate[]): Promise<[Asked, Asked]> {
  const forms = await activeForms(tx, team.id)
  const [plan, report] = (['plan', 'report'] as const).map(kind => {
    const form = forms.find(one => one.kind === kind)
    return form && { form, occurrences: occurrencesOn(form, team, days) }
  })
  if (!plan || !report) throw new Error('the team of the demo asks for no plan or report')
  return [plan, report]
}

function storyDays(days: readonly LocalDate[], plan: Asked, report: Asked): readonly StoryDay[] {
  return days.flatMap(date => {
    const windows = { plan: plan.occurrences.get(date), report: report.occurrences.get(date) }
    return windows.plan && windows.report ? [{ date, plan: windows.plan, report: windows.report }] : []
  })
}
