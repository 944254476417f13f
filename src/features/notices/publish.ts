import type { Content } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import { withoutAddress } from '../mail/without-address.ts'
import { memberById, membersOf, type TeamMember } from '../team/members.ts'
import type { Notice } from './notice.ts'
import { noticeSettings } from './notice-settings.ts'
import { nextVersion, readersOf, tallyOf } from './store.ts'
import { fileContent, groupContent, mailContent, readerContent, type Shown } from './words/notice.ts'
import { whyNotice } from './words/why.ts'

/** What became of a notice that has been said before; `news` is said where a message cannot be revised. */
interface Change {
  readonly news: ((lang: Content['lang']) => Content) | null
}

/** Says it for the first time: to the team's groups, or to each reader alone; and by mail. */
export async function publish(ctx: TeamContext, notice: Notice, readers: readonly TeamMember[]): Promise<void> {
  const shown = await shownOf(ctx, notice)
  if (notice.inGroup) sayInGroup(ctx, shown, { key: groupKey(notice), news: null })
  else for (const reader of readers) sayAlone(ctx, shown, reader, { key: ownKey(notice, reader), news: null })
  await giveFile(ctx, notice, readers)
  copyByMail(ctx, shown, readers)
}

/**
 * Gives its file, if it has one, where the notice stands: a message of its own, since what is said of a notice is revised and
 * a file that was sent is not.
 */
export async function giveFile(ctx: TeamContext, notice: Notice, readers?: readonly TeamMember[]): Promise<void> {
  if (notice.fileRef === null) return
  const key = `notices.file:${notice.id}:${notice.fileRef}`
  const facts = { lane: notice.important ? 'urgent' : 'digest', purpose: 'notices.file' } as const
  const about = { ...facts, expiresAt: notice.until }
  if (notice.inGroup) {
    ctx.say({ ...about, to: { team: ctx.team.id }, content: fileContent(notice, ctx.team.lang), key })
    return
  }
  for (const { personId, memberId, lang } of readers ?? (await present(ctx, notice)))
    ctx.say({ ...about, to: { person: personId }, content: fileContent(notice, lang), key: `${key}:${memberId}` })
}

/** Lets what stands there say how it is now. The notice must be locked, or the count may be an older one. */
export async function revise(ctx: TeamContext, notice: Notice, { news }: Change): Promise<void> {
  const shown = await shownOf(ctx, notice)
  const version = await nextVersion(ctx.tx, notice.id)
  if (notice.inGroup) return sayInGroup(ctx, shown, { key: `${groupKey(notice)}:${version}`, news })
  for (const reader of await present(ctx, notice))
    sayAlone(ctx, shown, reader, { key: `${ownKey(notice, reader)}:${version}`, news })
}

/** Whoever is to read it and is still in the team. */
export async function present(ctx: TeamContext, notice: Notice): Promise<readonly TeamMember[]> {
  const ids = new Set((await readersOf(ctx.tx, notice.id)).map(({ memberId }) => memberId))
  return (await membersOf(ctx.tx, ctx.team)).filter(({ memberId }) => ids.has(memberId))
}

export async function shownOf({ tx, team }: Pick<TeamContext, 'tx' | 'team'>, notice: Notice): Promise<Shown> {
  const author = await memberById(tx, notice.postedBy)
  return { notice, author: author?.name ?? '', tally: await tallyOf(tx, notice.id), zone: team.zone }
}

/** Once more by mail, each in their own language. */
export function copyByMail(ctx: TeamContext, shown: Shown, readers: readonly TeamMember[]): void {
  const { notice } = shown
  if (!noticeSettings(ctx.team).mail) return
  for (const to of readers)
    ctx.say({
      ...{ to: { person: to.personId, by: 'mail' }, content: mailContent(shown, to.lang) },
      ...{ lane: notice.important ? 'urgent' : 'digest', purpose: 'notices.mail', expiresAt: notice.until },
      key: `notices.mail:${notice.id}:${notice.edition}:${to.memberId}`,
    })
}

/** How many of these no copy by mail reaches; none where there are no such copies. */
export async function unmailedOf(ctx: TeamContext, readers: readonly TeamMember[]): Promise<number> {
  return noticeSettings(ctx.team).mail ? (await withoutAddress(ctx, readers)).length : 0
}

interface Version extends Change {
  readonly key: string
}

function sayInGroup(ctx: TeamContext, shown: Shown, { key, news }: Version): void {
  const { notice, author } = shown
  const { id, lang } = ctx.team
  ctx.say({
    ...{ to: { team: id }, content: groupContent(shown, lang), lane: notice.important ? 'urgent' : 'digest' },
    ...{ purpose: 'notices.posted', key, revises: { key: groupKey(notice), short: news?.(lang) ?? null } },
    ...(notice.state === 'open' && { expiresAt: notice.until }),
    reason: { words: whyNotice(author) },
  })
}

function sayAlone(ctx: TeamContext, shown: Shown, reader: TeamMember, { key, news }: Version): void {
  const { notice, author } = shown
  const own = ownKey(notice, reader)
  ctx.say({
    ...{ to: { person: reader.personId }, content: readerContent(shown, reader.lang) },
    ...{ lane: notice.important ? 'urgent' : 'nudge', purpose: 'notices.posted', key },
    ...{ revises: { key: own, short: news?.(reader.lang) ?? null }, reason: { words: whyNotice(author) } },
  })
}

function groupKey({ id }: Notice): string {
  return `notices.posted:${id}`
}

function ownKey({ id }: Notice, { memberId }: TeamMember): string {
  return `notices.posted:${id}:${memberId}`
}
