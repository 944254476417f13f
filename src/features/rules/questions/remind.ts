import { addDays } from '../../../calendar/dates.ts'
import { toInstant, toLocal } from '../../../calendar/zone.ts'
import { content, quiet, text } from '../../../content/build.ts'
import type { TeamContext } from '../../../context.ts'
import type { SlotRun } from '../../feature.ts'
import { nudge } from '../../nudges/nudge.ts'
import { channelById } from '../../team/channels.ts'
import { memberById } from '../../team/members.ts'
import { writeFindings } from '../findings/store.ts'
import { rulesOf } from '../store.ts'
import { unansweredJob } from './questions.ts'
import { type OpenQuestion, questionById, settleQuestion } from './store.ts'

/** A question is due: whoever was asked and has said nothing there since is reminded, once and in private. */
export async function remindUnanswered(ctx: TeamContext, { arg }: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const question = await questionById(tx, arg)
  if (question === null || !(await settleQuestion(tx, question.id, 'nudged'))) return
  const rule = (await rulesOf(tx, team.id)).find(({ id }) => id === question.ruleId)
  if (rule === undefined || rule.state === 'off') return
  const { ruleId, askedId: memberId, channelId } = question
  const mode = rule.state === 'on' ? 'on' : 'shadow'
  const step = mode === 'on' ? 'hint' : null
  const finding = {
    teamId: team.id,
    ruleId,
    version: rule.version,
    memberId,
    channelId,
    at: ctx.now,
    mode,
    step,
  } as const
  await writeFindings(tx, team.id, [{ ...finding, eventId: null, evidence: null, rung: null }])
  if (mode === 'on') await remind(ctx, question)
}

async function remind(ctx: TeamContext, { id, askerId, askedId, channelId, askedAt }: OpenQuestion): Promise<void> {
  const { tx, team, now } = ctx
  const [asked, asker] = [await memberById(tx, askedId), await memberById(tx, askerId)]
  if (asked === null || asker === null || asked.leftOn !== null) return
  const { lang } = asked
  const where = (await channelById(tx, channelId))?.name ?? { zh: '群里', en: 'the group' }[lang]
  const { date, time } = toLocal(askedAt, team.zone)
  const when = date === toLocal(now, team.zone).date ? time : `${date} ${time}`
  await nudge(ctx, {
    member: asked,
    kind: 'rules.unanswered',
    content: content(
      lang,
      text(
        {
          zh: `${asker.name} ${when} 在${where}问了你一个问题，还在等你回复。`,
          en: `${asker.name} asked you something in ${where} at ${when} and is waiting for a word from you.`,
        }[lang],
      ),
      quiet(
        {
          zh: '在那里回一句就好，哪怕是“收到，稍后答复”。不想被提醒：/免打扰 30',
          en: 'A line there will do, even “seen, more later”. To be left alone for now: /quiet 30',
        }[lang],
      ),
    ),
    reason: {
      words: {
        zh: '群规约定：点名的问题在工作时间内有回应，而你在那里还没说过话',
        en: 'A rule here: questions by name are answered within work time, and you have said nothing there since',
      },
    },
    expiresAt: toInstant(addDays(toLocal(now, team.zone).date, 1), '00:00', team.zone),
    key: `${unansweredJob}:${id}`,
  })
}
