import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { ActionInput } from '../feature.ts'
import { activeForms, type TeamForm } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { theSelf } from '../team/the-self.ts'
import { adding, handIn } from './hand-in.ts'
import { occasionFor } from './occasion.ts'
import { noAnswers } from './report.ts'
import { targetNow } from './target.ts'
import { noBlockerWords, noFormWords } from './words/refusals.ts'

/** What a form takes for one line of blockers. */
const LONGEST = 500

/**
 * Notes a blocker of the actor's where it is asked for now: in the report, or in the plan while no report can be given yet.
 * Throws UserError when neither is open.
 */
export async function addBlocker(ctx: MemberContext, said: string): Promise<void> {
  const blocker = oneLine(said)
  if (blocker === '') throw new UserError('reports.no-blocker', noBlockerWords)
  const form = formFor(ctx, await activeForms(ctx.tx, ctx.team.id))
  if (!form) throw new UserError('reports.no-form', noFormWords('report'))
  const target = await targetNow(ctx, form, await theSelf(ctx), null)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  await handIn(ctx, target, metrics, adding({ ...noAnswers, blockers: [blocker] }))
}

/** Somebody else's words are noted with whose they are. */
export function quotedBlocker({ text, author }: NonNullable<ActionInput['quote']>, actor: string): string {
  const said = oneLine(text)
  if (said === '' || author === undefined || author === actor) return said
  const whose = ` (${author})`
  return `${cut(said, LONGEST - whose.length)}${whose}`
}

/** The one that is open, else the report: whoever is refused hears when that opens. */
function formFor({ team, now }: MemberContext, forms: readonly TeamForm[]): TeamForm | undefined {
  const inOrder = ['report', 'plan'].flatMap(kind => forms.find(form => form.kind === kind) ?? [])
  const isOpen = ({ definition }: TeamForm) =>
    occasionFor(definition, team.zone, team.calendar, now, null).kind === 'open'
  return inOrder.find(isOpen) ?? inOrder[0]
}

function oneLine(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), LONGEST)
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text
}
