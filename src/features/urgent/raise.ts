import { cut } from '../../base/cut.ts'
import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { DAY_MS } from '../../calendar/dates.ts'
import type { FormValues } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { ActionInput } from '../feature.ts'
import { goOn } from './go-on.ts'
import { LONGEST, type Matter, type Severity, severities } from './matter.ts'
import { namesOf } from './people-store.ts'
import { criticalsSince } from './review-store.ts'
import { rescheduleSteps } from './steps-job.ts'
import { addSteps, insertMatter, lockNumbers, sameOpen } from './store.ts'
import { tellGroup } from './tell.ts'
import { urgentSettings } from './urgent-settings.ts'
import { raisedContent } from './words/answers.ts'
import { whenWords } from './words/common.ts'
import { raisingForm } from './words/list.ts'
import { nothingSaid, saidAlready, tooLong } from './words/refusals.ts'

export interface Raising {
  readonly text: string
  readonly severity?: Severity
}

/**
 * Raises something urgent: the group hears of it once, the first one of the chain is asked, and from then on the clock goes on.
 * Who has raised much as critical of late is taken at their word only the second time: it begins as `high`, and is critical
 * once they say so again, so that nothing is lost and nobody is woken lightly. Throws UserError for no text, one that is too long, or one that the same member has raised and that is open.
 */
export async function raise(ctx: MemberContext, { text, severity = 'high' }: Raising): Promise<Matter> {
  const { tx, team, actor, now, lang } = ctx
  if (text.trim() === '') throw new UserError('urgent-nothing', nothingSaid)
  if ([...text].length > LONGEST) throw new UserError('urgent-long', tooLong)
  await lockNumbers(tx, team.id)
  const raised = { teamId: team.id, raisedBy: actor.memberId, text: text.trim() }
  const same = await sameOpen(tx, raised)
  if (same) throw new UserError('urgent-same', saidAlready(same.number))
  const isCapped = severity === 'critical' && (await hasRaisedMany(ctx))
  const matter = await insertMatter(tx, {
    ...{ ...raised, id: newId(now), raisedAt: now },
    severity: isCapped ? 'high' : severity,
  })
  await addSteps(tx, matter, { kind: 'raised', byId: actor.memberId, at: now })
  await tellGroup(ctx, matter, now, true)
  const asking = await goOn(ctx, matter, now)
  rescheduleSteps(ctx)
  ctx.say({
    to: { reply: 'private' },
    content: raisedContent(
      asking,
      await whoIsAsked(ctx, asking),
      lang,
      isCapped ? urgentSettings(team).criticals : null,
    ),
    lane: 'reply',
    purpose: 'urgent.raised',
  })
  return asking
}

const WEEK_MS = 7 * DAY_MS

/** Managers judge others' calls, and are believed themselves. */
async function hasRaisedMany({ tx, team, actor, now }: MemberContext): Promise<boolean> {
  if (atLeast(actor.role, 'manager')) return false
  const since = new Date(now.getTime() - WEEK_MS)
  const count = await criticalsSince(tx, { teamId: team.id, raisedBy: actor.memberId }, since)
  return count >= urgentSettings(team).criticals
}

/** Who is asked just now, and until when; null while nobody is. */
export async function whoIsAsked({ tx, team, now }: MemberContext, { askedId, nextAt }: Matter) {
  if (askedId === null || nextAt === null) return null
  return { name: (await namesOf(tx, [askedId]))(askedId), until: whenWords(nextAt, now, team.zone) }
}

/** Shows the form, or raises what was filled in. */
export async function raiseByForm(ctx: MemberContext, values: FormValues | undefined): Promise<void> {
  if (values === undefined)
    return ctx.say({
      to: { reply: 'private' },
      content: raisingForm(ctx.lang),
      lane: 'reply',
      purpose: 'urgent.form',
    })
  const text = [values['text'] ?? ''].flat().join(' ')
  const severity = severities.find(one => one === values['severity'])
  await raise(ctx, { text, ...(severity && { severity }) })
}

/** Raises the message that it was used on; somebody else's words go with whose they are. */
export async function raiseQuoted(ctx: MemberContext, { quote }: ActionInput): Promise<void> {
  const said = (quote?.text ?? '').replace(/\s+/g, ' ').trim()
  const { author } = quote ?? {}
  const whose = said === '' || author === undefined || author === ctx.actor.name ? '' : ` (${author})`
  await raise(ctx, { text: cut(said, LONGEST - [...whose].length) + whose })
}
