import type { Json } from '../../shared/json.ts'
import type { User } from '../workspace.ts'

/** A user as the Web API and the events give it; the locale only to those who ask for it. */
export function userObject(user: User, { locale = false }: { locale?: boolean } = {}): Json {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    profile: profileObject(user),
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(user.isStranger ? { is_stranger: true } : {}),
    ...(user.deleted ? {} : activeFields(user)),
    ...(locale ? { locale: user.locale } : {}),
  }
}

/** Slack leaves these out once somebody is deactivated. */
function activeFields({ tz, isRestricted, isUltraRestricted }: User): Json {
  return {
    tz,
    tz_label: tz,
    tz_offset: offsetSeconds(tz),
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: isRestricted || isUltraRestricted,
    is_ultra_restricted: isUltraRestricted,
    who_can_share_contact_card: 'EVERYONE',
    is_email_confirmed: true,
  }
}

function profileObject({ name, realName, status, teamId }: User): Json {
  return {
    title: '',
    real_name: realName,
    real_name_normalized: realName,
    display_name: name,
    display_name_normalized: name,
    status_text: status.text,
    status_emoji: status.emoji,
    status_expiration: status.expiration,
    team: teamId,
  }
}

function offsetSeconds(tz: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(0)
  const offset = parts.find(part => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60)
}
