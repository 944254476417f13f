import { z } from 'zod'

/** What features tell each other, after commit. The payloads are JSON: they wait in the queue. */
export const events = {
  /** A team exists now: its forms, metrics and schedules are made. */
  'team.created': z.object({}),
  /** Settings, calendar or forms changed: schedules are derived anew (the corridor does it in the same transaction). */
  'team.changed': z.object({}),
  /** The single moments at which that job of the team is due have changed; the corridor derives them in the same transaction. */
  'schedule.changed': z.object({ job: z.string() }),
  /** `came`: just now and by themselves; `added`: by an admin. Whoever was found to be there joined in neither way. */
  'member.joined': z.object({ memberId: z.string(), how: z.enum(['came', 'added']).optional() }),
  /** The platform switched the account of a member off. */
  'member.switched-off': z.object({ memberId: z.string() }),
  /** Somebody is in the team no more, from today. */
  'member.left': z.object({ memberId: z.string(), because: z.enum(['left', 'removed', 'switched-off']) }),
  /** A member's status on the platform tells of a holiday. */
  'member.away': z.object({ memberId: z.string(), until: z.iso.datetime() }),
  /** Numbers were kept out of a channel, or given privately, because people from outside read along there. */
  'numbers.withheld': z.object({ channelId: z.string() }),
  /** A member put in leave of those days, or took it back. */
  'leave.changed': z.object({ memberId: z.string(), from: z.string(), to: z.string() }),
  /**
   * Somebody corrected what counts for a metric of a member on a day; not by saying it in a report. An import corrects many at
   * one moment and says so once: `others` are the further metrics and days.
   */
  'entries.corrected': z.object({
    memberId: z.string(),
    metricId: z.string(),
    date: z.string(),
    at: z.iso.datetime(),
    others: z.array(z.object({ metricId: z.string(), date: z.string() })).optional(),
  }),
  /** A manager gave exchange rates: what waited for one can be worked out. */
  'rates.given': z.object({}),
  /** The bell rang for a deal. It counts once a report says so. */
  'deal.won': z.object({
    winId: z.string(),
    memberId: z.string(),
    customer: z.string(),
    /** Null when nobody said how much. */
    amount: z.number().nullable(),
    date: z.string(),
  }),
  /** Whoever rang the bell took it back. */
  'deal.withdrawn': z.object({ winId: z.string(), memberId: z.string() }),
  /** A member thanked others of the team, openly. */
  'kudos.given': z.object({
    batchId: z.string(),
    giverId: z.string(),
    receiverIds: z.array(z.string()),
    tags: z.array(z.string()),
    date: z.string(),
  }),
  /** A member looked at their own numbers. */
  'my.shown': z.object({ memberId: z.string() }),
  /** A plan or report arrived or was changed. */
  'report.submitted': z.object({
    reportId: z.string(),
    roundId: z.string(),
    memberId: z.string(),
    kind: z.string(),
    late: z.boolean(),
    revised: z.boolean(),
  }),
  /** Somebody was named champion of a period in the group; `revision` is above 1 where it had been somebody else. */
  'champion.named': z.object({
    metric: z.string(),
    period: z.string(),
    memberIds: z.array(z.string()),
    revision: z.int(),
  }),
  /** The group heard praise of a member by a rule. */
  'member.praised': z.object({ memberId: z.string(), rule: z.string(), subject: z.string(), on: z.string() }),
  /** A contest is over and these members have won it. */
  'contest.won': z.object({ contestId: z.string(), name: z.string(), memberIds: z.array(z.string()) }),
  /** A problem was taken on by a member. `from`: where it came from. */
  'case.opened': z.object({
    caseId: z.string(),
    number: z.int(),
    filedBy: z.string(),
    ownerId: z.string(),
    from: z.string(),
  }),
  /** It is solved, and can be found. */
  'case.solved': z.object({ caseId: z.string(), number: z.int(), solvedBy: z.string() }),
} as const
