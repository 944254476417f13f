import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'
import { toReason } from './store.ts'

/** That somebody was spoken to unasked, or was not, and the quiet that they asked for. */
export async function keepsOfNudges(
  { tx }: Pick<TeamContext, 'tx'>,
  { memberId, personId }: Subject,
): Promise<readonly Kept[]> {
  const said = await tx.nudge.count({ where: { memberId, sent: true } })
  const held = await tx.nudge.count({ where: { memberId, sent: false } })
  const hours = await tx.quietHours.findUnique({ where: { personId } })
  const quiet = hours === null ? null : `${hours.from}–${hours.to}`
  return [
    {
      title: { zh: '主动提醒', en: 'Nudges' },
      gist: { zh: `发过 ${said} 次，忍住 ${held} 次`, en: `${said} said, ${held} held back` },
      async records() {
        const rows = await tx.nudge.findMany({ where: { memberId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
        return rows.map(({ kind, sent, at, reason }) => ({
          ...{ kind, sent },
          at: at.toISOString(),
          why: { ...toReason(reason)?.words },
        }))
      },
    },
    ...(quiet === null
      ? []
      : [
          {
            title: { zh: '我的免打扰时间', en: 'My quiet hours' },
            gist: { zh: quiet, en: quiet },
            records: async () => [{ ...hours }],
          },
        ]),
  ]
}
