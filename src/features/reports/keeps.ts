import type { Json } from '../../base/json.ts'
import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** Every plan and report of a member, as it stands and as it stood. */
export async function keepsOfReports({ tx }: Pick<TeamContext, 'tx'>, { memberId }: Subject): Promise<readonly Kept[]> {
  const { _count, _min, _max } = await tx.report.aggregate({
    where: { memberId },
    _count: true,
    _min: { date: true },
    _max: { date: true },
  })
  const days = _min.date === null ? '' : ` · ${_min.date} – ${_max.date}`
  return [
    {
      title: { zh: '计划和日报', en: 'Plans and reports' },
      gist: { zh: `${_count} 份${days}`, en: `${_count}${days}` },
      async records() {
        const rows = await tx.report.findMany({
          where: { memberId },
          include: { revisions: { orderBy: { number: 'asc' } } },
          orderBy: [{ date: 'asc' }, { id: 'asc' }],
        })
        return rows.map(({ date, kind, status, submittedAt, readAt, revisions, ...said }) => ({
          ...{ date, kind, status, notes: said.notes, blockers: said.blockers },
          ...{ values: json(said.values), answers: json(said.answers), items: json(said.items) },
          reasons: json(said.reasons),
          submittedAt: submittedAt.toISOString(),
          readAt: readAt?.toISOString() ?? null,
          earlier: revisions.map(({ at, snapshot }) => ({ until: at.toISOString(), said: json(snapshot) })),
        }))
      },
    },
  ]
}

/** A JSON column, as it is. */
function json(value: unknown): Json {
  return JSON.parse(JSON.stringify(value))
}
