import { z } from 'zod'
import { readMobile } from '../../../src/base/mobile.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { AccountFacts } from '../../../src/platform/events.ts'
import { id, words } from '../decode/wire.ts'

/** Our own account and workspace. */
export interface Me {
  readonly userId: string
  readonly botId: string
  readonly teamId: string
}

export interface ChannelFacts {
  readonly id: string
  readonly name?: string
  /** People from outside are in it: another company or guests. Null while we do not know who is in it. */
  readonly external: boolean | null
  /** Another company shares it. */
  readonly shared: boolean
  /** We are in it. */
  readonly member: boolean
}

const name = words.transform(text => text.trim()).optional()

const slackUser = z.object({
  id,
  team_id: z.string().optional(),
  name,
  real_name: name,
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  tz: z.string().nullish(),
  locale: z.string().optional(),
  profile: z
    .object({
      display_name: name,
      real_name: name,
      /** As they wrote it themselves, if they did. */
      phone: words.nullish(),
      status_text: words.optional(),
      status_emoji: z.string().optional(),
      status_expiration: z.number().int().min(0).max(9_999_999_999).optional(),
    })
    .optional(),
  enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
})

type SlackUser = z.infer<typeof slackUser>

/** What Slack's own helper is called; it is not marked as a bot. */
const slackbot = 'USLACKBOT'

/** Reads a user object of an event or an answer; null when it is none. A holiday that was over at `now` is none. */
export function readPerson(json: unknown, { teamId, now }: { teamId: string; now: Date }): AccountFacts | 'bot' | null {
  const read = slackUser.safeParse(json)
  if (!read.success) return null
  const user = read.data
  if (user.is_bot || user.is_workflow_bot || user.id === slackbot) return 'bot'
  const known = {
    name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name,
    lang: langOf(user.locale),
    zone: user.tz && isZone(user.tz) ? user.tz : undefined,
    active: user.deleted === undefined ? undefined : !user.deleted,
    away: awayOf(user.profile, now),
  }
  const standing = standingOf(user, teamId)
  // A number of somebody from another company is no concern of ours.
  const mobile = standing === 'stranger' ? undefined : mobileOf(user.profile)
  return { accountId: user.id, standing, ...given({ ...known, mobile }) }
}

function standingOf(user: SlackUser, teamId: string): 'member' | 'guest' | 'stranger' {
  const teams = [...(user.team_id === undefined ? [] : [user.team_id]), ...(user.enterprise_user?.teams ?? [])]
  if (user.is_stranger || (teams.length > 0 && !teams.includes(teamId))) return 'stranger'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

function langOf(locale: string | undefined): Lang | undefined {
  if (locale === undefined) return undefined
  if (/^zh\b/i.test(locale)) return 'zh'
  return /^en\b/i.test(locale) ? 'en' : undefined
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const holidayEmoji: ReadonlySet<string> = new Set([':palm_tree:', ':desert_island:', ':beach_with_umbrella:'])
const holidayWords = /休假|年假|请假|度假|\bvacation|\bholiday|\bon leave\b|\booo\b|\bpto\b|out of (the )?office/i

/** Only a status that says when it ends tells when somebody is back. Undefined where no profile was sent. */
function awayOf(profile: SlackUser['profile'], now: Date): AccountFacts['away'] {
  if (profile === undefined) return undefined
  const { status_text: text = '', status_emoji: emoji = '', status_expiration: ends = 0 } = profile
  const until = new Date(ends * 1000)
  const holiday = holidayEmoji.has(emoji) || holidayWords.test(text)
  return holiday && until > now ? { until: until.toISOString() } : null
}

/** Undefined where nothing was told of a number. */
function mobileOf(profile: SlackUser['profile']): AccountFacts['mobile'] {
  const phone = profile?.phone
  return phone === undefined ? undefined : readMobile(phone ?? '')
}

const slackChannel = z.object({
  id,
  name: words.optional(),
  is_ext_shared: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_archived: z.boolean().optional(),
})

/** Reads a channel object of an answer; null when it is none. `ours` where Slack lists only channels in which we are. */
export function readChannel(json: unknown, { ours = false } = {}): ChannelFacts | null {
  const read = slackChannel.safeParse(json)
  if (!read.success) return null
  const channel = read.data
  return {
    id: channel.id,
    ...(channel.name && { name: channel.name }),
    external: channel.is_ext_shared ? true : null,
    shared: channel.is_ext_shared === true,
    member: !channel.is_archived && (ours || channel.is_member === true),
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without what is not known, so that it does not overwrite what was known. */
function given<T extends Readonly<Record<string, unknown>>>(facts: T): Given<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<T>
}
