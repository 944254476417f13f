import { content, quiet, text } from '../../../content/build.ts'
import { atLeast, type MemberContext } from '../../../context.ts'
import { reply } from '../reply.ts'
import { findingFor } from './refusals.ts'
import { judgeDoubtful } from './right.ts'
import { markWrong, overrule } from './store.ts'

/**
 * Not right here: a rule's precision is counted by it. Said by whoever was hinted it counts and no more, or the ladder would
 * never be climbed; a manager's word takes the step back.
 */
export async function sayWrong(ctx: MemberContext, number: number): Promise<void> {
  const { tx, actor, now, lang } = ctx
  const finding = await findingFor(ctx, number)
  if (finding.mode === 'doubtful') return judgeDoubtful(ctx, finding, 'wrong')
  const judges = finding.memberId !== actor.memberId && atLeast(actor.role, 'manager')
  if (judges) await overrule(tx, finding, actor.memberId, now)
  else await markWrong(tx, finding.id, actor.memberId, now)
  reply(
    ctx,
    'rules.wrong',
    content(
      lang,
      text({ zh: `记下了，#${number} 判得不对。`, en: `Noted: #${number} was not right.` }[lang]),
      judges
        ? quiet({ zh: '这一步也不算了。', en: 'The step is taken back.' }[lang])
        : quiet(
            {
              zh: `每条群规准不准，经理每周能看到。想把这一步也撤掉：/群规 申诉 ${number}`,
              en: `Managers see every week how right each rule is. To have the step taken back: /rules appeal ${number}`,
            }[lang],
          ),
    ),
  )
}
