import { z } from 'zod'

/** What features tell each other, after commit. The payloads are JSON: they wait in the queue. */
export const events = {
  /** A team exists now: its forms, metrics and schedules are made. */
  'team.created': z.object({}),
  /** Settings, calendar or forms changed: schedules are derived anew (the corridor does it in the same transaction). */
  'team.changed': z.object({}),
  'member.joined': z.object({ memberId: z.string() }),
  /** A member put in leave, or took it back. */
  'leave.changed': z.object({ memberId: z.string() }),
  /** A plan or report arrived or was changed. */
  'report.submitted': z.object({
    reportId: z.string(),
    roundId: z.string(),
    memberId: z.string(),
    kind: z.string(),
    late: z.boolean(),
    revised: z.boolean(),
  }),
} as const
