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
  const spells = await tx.quiet.count({ where: { personId } })
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
    ...(spells === 0
      ? []
      : [
          {
            title: { zh: '我要求过的安静', en: 'Quiet that I asked for' },
            gist: { zh: `${spells} 次`, en: String(spells) },
            async records() {
              const rows = await tx.quiet.findMany({ where: { personId }, orderBy: [{ from: 'asc' }, { id: 'asc' }] })
              return rows.map(row => ({ kind: row.kind, from: row.from.toISOString(), until: row.until.toISOString() }))
            },
          },
        ]),
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
