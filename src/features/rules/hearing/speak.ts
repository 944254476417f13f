import { toLocal } from '../../../calendar/zone.ts'
import type { MemberContext } from '../../../context.ts'
import type { Overheard } from '../../feature.ts'
import { managersOf, type TeamMember } from '../../team/members.ts'
import { takeBack } from '../findings/take-back.ts'
import { noteRecall } from '../noted.ts'
import type { StepKind } from '../rule.ts'
import type { Courteous } from './courtesies.ts'
import { hintContent, managerContent, openHint, type Told } from './hint.ts'

const staleAfterMs = 60 * 60_000
const reason = {
  words: {
    zh: '刚说的话碰到了一条群规，提示只给本人看',
    en: 'What was just said met a rule of the group; only whoever said it is told',
  },
}

/** Says what the steps say: to the member one message, however many rules it met. */
export async function speakOf(
  ctx: MemberContext,
  all: readonly Courteous[],
  heard: Pick<Overheard, 'id' | 'platform' | 'eventId'>,
): Promise<void> {
  const { id, platform } = heard
  const told = all.filter((one): one is Told => one.step !== null)
  const stepping = (...kinds: StepKind[]) => told.filter(({ step }) => kinds.includes(step.do))
  const expiresAt = new Date(ctx.now.getTime() + staleAfterMs)
  const isTaken = await recallByRule(ctx, stepping('recall'), heard)
  const recall = isTaken ? 'done' : ctx.recallsOthers(platform) ? 'offered' : 'cannot'
  const inPrivate = stepping('hint', 'tell-manager', 'recall')
  const passedOn = stepping('tell-manager')
  const managers = passedOn.length === 0 ? [] : await otherManagers(ctx)
  if (inPrivate.length > 0)
    ctx.say({
      ...{ to: { reply: 'private' }, lane: 'reply', purpose: 'rules.hint' },
      content: hintContent(inPrivate, { recall, tells: managers.length > 0 }, ctx.lang),
      ...{ key: `rules.hint:${id}`, expiresAt, reason },
    })
  const open = stepping('open-hint')
  if (open.length > 0)
    ctx.say({
      ...{ to: { reply: 'open' }, lane: 'reply', purpose: 'rules.open-hint', forAnybody: true },
      content: openHint(open, { id: ctx.actor.memberId, name: ctx.actor.name }, ctx.team.lang),
      ...{ key: `rules.open-hint:${id}`, expiresAt, reason },
    })
  tellManagers(ctx, passedOn, managers)
}

/** Where a rule's owner wished it so, and the platform lets us. */
async function recallByRule(
  ctx: MemberContext,
  recalling: readonly Told[],
  { platform, eventId }: Pick<Overheard, 'platform' | 'eventId'>,
): Promise<boolean> {
  const masking = recalling.find(({ found }) => found.masked !== undefined)
  if (masking === undefined || ctx.place.kind !== 'group' || !ctx.recallsOthers(platform)) return false
  const { channelId } = ctx.place
  await takeBack(ctx, { platform, channelId, eventId }, { askedBy: 'rule', copy: masking.found.masked })
  noteRecall(ctx, { number: masking.finding.number, copied: true, by: 'rule' })
  return true
}

/** Nobody where the last one has left, or is the one it is about. */
async function otherManagers({ tx, team, actor }: MemberContext): Promise<readonly TeamMember[]> {
  return (await managersOf(tx, team)).filter(({ memberId }) => memberId !== actor.memberId)
}

/** Once a day for each member and rule, by its key; the member knows of it. */
function tellManagers(
  { team, actor, say }: MemberContext,
  told: readonly Told[],
  managers: readonly TeamMember[],
): void {
  for (const one of told)
    for (const { memberId, personId, lang } of managers)
      say({
        ...{ to: { person: personId }, lane: 'nudge', purpose: 'rules.told' },
        content: managerContent(one, actor.name, lang),
        key: `rules.told:${one.rule.id}:${actor.memberId}:${toLocal(one.finding.at, team.zone).date}:${memberId}`,
        reason: {
          words: {
            zh: '这条群规到了“告诉经理”这一步',
            en: 'A rule here has come to its step of telling the managers',
          },
        },
      })
}
