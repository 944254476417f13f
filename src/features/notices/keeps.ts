import type { TeamContext } from '../../context.ts'
import type { Kept, Subject } from '../feature.ts'

/** The notices that a member was to read, and those that they posted. */
export async function keepsOfNotices(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  { memberId, personId }: Subject,
): Promise<readonly Kept[]> {
  const own = { memberId, notice: { teamId: team.id } }
  const mine = { teamId: team.id, postedBy: memberId }
  const [read, posted] = [await tx.noticeReader.count({ where: own }), await tx.notice.count({ where: mine })]
  const handed = await tx.handedFile.count({ where: { personId } })
  const kept: Kept[] = []
  if (handed > 0) {
    kept.push({
      title: { zh: '我交给机器人的文件', en: 'Files that I handed to the bot' },
      gist: { zh: `${handed} 个，没用上的一天后删掉`, en: `${handed}; those that nobody used are deleted after a day` },
      async records() {
        const rows = await tx.handedFile.findMany({ where: { personId }, orderBy: { at: 'asc' } })
        return rows.map(({ name, at }) => ({ name, at: at.toISOString() }))
      },
    })
  }
  if (read > 0) {
    kept.push({
      title: { zh: '给我的通知', en: 'Notices to me' },
      gist: {
        zh: `${read} 条，确认没有（发的人和经理看得到）`,
        en: `${read}, and whether I confirmed them (their authors and managers see that)`,
      },
      async records() {
        const rows = await tx.noticeReader.findMany({
          where: own,
          include: { notice: { select: { number: true, text: true, postedAt: true } } },
          orderBy: { notice: { number: 'asc' } },
        })
        return rows.map(({ notice, readAt }) => ({
          ...{ number: notice.number, text: notice.text, postedAt: notice.postedAt.toISOString() },
          readAt: readAt?.toISOString() ?? null,
        }))
      },
    })
  }
  if (posted > 0) {
    kept.push({
      title: { zh: '我发的通知', en: 'Notices by me' },
      gist: { zh: `${posted} 条`, en: String(posted) },
      async records() {
        const rows = await tx.notice.findMany({ where: mine, orderBy: { number: 'asc' } })
        return rows.map(({ number, text, link, fileName, state, postedAt, until }) => ({
          ...{ number, text, link, fileName, state, postedAt: postedAt.toISOString(), until: until.toISOString() },
        }))
      },
    })
  }
  return kept
}
