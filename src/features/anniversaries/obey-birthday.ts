import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { anniversarySettings } from './anniversary-settings.ts'
import { birthdayContent, birthdayOffContent, birthdayUnclear, onlySolar } from './birthday-words.ts'
import { readBirthday } from './read-days.ts'
import { keepDays, ownDaysOf } from './store.ts'

/** Shows, keeps or forgets the actor's own birthday. Nobody can give somebody else's. */
export async function obeyBirthday(ctx: MemberContext, text: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const today = toLocal(now, team.zone).date
  const request = readBirthday(text, today)
  const { greetAt } = anniversarySettings(team)
  const answer = (content: ReturnType<typeof birthdayOffContent>): void =>
    ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'anniversaries.birthday' })
  const who = { memberId: actor.memberId, teamId: team.id }
  switch (request.kind) {
    case 'unclear':
      throw new UserError('anniversaries.birthday-unclear', birthdayUnclear)
    case 'lunar':
      throw new UserError('anniversaries.only-solar', onlySolar)
    case 'show':
      return answer(birthdayContent((await ownDaysOf(tx, actor.memberId))?.birthday ?? null, greetAt, lang))
    case 'off':
      // The year stays: whoever switches it off and on is not greeted twice.
      await keepDays(tx, who, { birthday: null, birthdaySince: null })
      return answer(birthdayOffContent(lang))
    case 'set':
      await keepDays(tx, who, { birthday: request.day, birthdaySince: today })
      return answer(birthdayContent(request.day, greetAt, lang))
  }
}
