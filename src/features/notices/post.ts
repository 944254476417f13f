import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import type { MemberContext } from '../../context.ts'
import { calledMembers } from '../team/called.ts'
import type { TeamMember } from '../team/members.ts'
import { hasOpenGroup } from '../team/open-groups.ts'
import { requireRole } from '../team/permission.ts'
import { asksChanged } from './asks.ts'
import { fileOf, readAttached } from './attach.ts'
import { daysOfEach } from './days.ts'
import { nextAsk } from './ladder.ts'
import type { Notice } from './notice.ts'
import { publish, unmailedOf } from './publish.ts'
import { readAudience } from './read-audience.ts'
import { readDraft, theText, usualEnd } from './read-draft.ts'
import type { NoticeFields } from './request.ts'
import { insertNotice, sameNotice } from './store.ts'
import { postedContent } from './words/answers.ts'
import { nobodyElse, postedTwice } from './words/refusals.ts'

/** The same words with the same file again within so many minutes are a slip of the finger. */
const TWICE_MINUTES = 10

/**
 * Posts a notice, as it was typed or filled in, and tells the author so; answers its number. It takes a lead. What cannot be
 * is a UserError, and nothing is posted.
 */
export async function startNotice(ctx: MemberContext, fields: NoticeFields): Promise<number> {
  requireRole(ctx, 'lead')
  const { tx, team, actor, now, lang } = ctx
  const { file, link } = await readAttached(ctx, fields)
  const draft = readDraft({ ...fields, link }, team, now)
  const text = theText(draft)
  const { audience, members } = readAudience(fields.who ?? '', await calledMembers(tx, team))
  const readers = members.filter(({ memberId }) => memberId !== actor.memberId)
  if (readers.length === 0) throw new UserError('notices.nobody', nobodyElse)
  const since = new Date(now.getTime() - TWICE_MINUTES * 60_000)
  const same = await sameNotice(tx, {
    ...{ teamId: team.id, postedBy: actor.memberId, text, since },
    fileRef: file?.ref ?? null,
  })
  if (same) throw new UserError('notices.twice', postedTwice(same.number))
  const notice: Omit<Notice, 'number'> = {
    ...{ id: newId(now), teamId: team.id, text, link: draft.link ?? null, ...fileOf(file), audience },
    ...{ important: draft.important ?? false, until: draft.until ?? usualEnd(team, now) },
    ...{ inGroup: audience.kind === 'everybody' && (await hasOpenGroup(tx, team.id)), postedBy: actor.memberId },
    ...{ postedAt: now, askedAt: now, edition: 1, state: 'open' },
  }
  const written = await insertNotice(tx, notice, await firstAsks(ctx, notice, readers))
  await publish(ctx, written, readers)
  asksChanged(ctx)
  const unmailed = await unmailedOf(ctx, readers)
  const content = postedContent(written, { readers: readers.length, unmailed, zone: team.zone }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.done' })
  return written.number
}

async function firstAsks(ctx: MemberContext, notice: Omit<Notice, 'number'>, readers: readonly TeamMember[]) {
  const { important, askedAt: since, until } = notice
  const days = await daysOfEach(ctx, readers, until)
  return readers.map(({ memberId }) => {
    const own = days.get(memberId)
    return { memberId, dueAt: own ? nextAsk({ important, since, until }, own, ctx.now) : null }
  })
}
