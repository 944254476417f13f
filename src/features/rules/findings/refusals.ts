import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { atLeast } from '../../../context.ts'
import { type Finding, findingNumbered } from './store.ts'

const noSuch = (number: number) =>
  new UserError('rules.no-finding', {
    zh: `没有你能看的记录 #${number}。编号在私下收到的提示里，比如：/群规 申诉 12`,
    en: `There is no record #${number} that is yours. The number stands in the hint you got, for example: /rules appeal 12`,
  })

export const whichNumber = (verb: string) =>
  new UserError('rules.which-finding', {
    zh: `请写上编号，比如：/群规 ${verb} 12。编号在私下收到的提示里。`,
    en: `Which one? For example: /rules ${verb} 12. The number stands in the hint you got.`,
  })

/** One's own of which one was told, or for a manager any of the team: of others nobody learns even that they are there. */
export async function findingFor(ctx: MemberContext, number: number): Promise<Finding> {
  const finding = await findingNumbered(ctx.tx, ctx.team.id, number)
  if (finding === null) throw noSuch(number)
  const isAuthor = finding.memberId === ctx.actor.memberId
  // Of what only looked like it, whoever said it never hears, as a manager neither.
  if (isAuthor && finding.mode === 'doubtful') throw noSuch(number)
  const isOwn = isAuthor && finding.mode === 'on'
  if (!isOwn && !atLeast(ctx.actor.role, 'manager')) throw noSuch(number)
  return finding
}

/** One's own, whatever one's role. */
export async function ownFinding(ctx: MemberContext, number: number): Promise<Finding> {
  const finding = await findingFor(ctx, number)
  if (finding.memberId !== ctx.actor.memberId) throw noSuch(number)
  return finding
}

export const appealed = (number: number) =>
  new UserError('rules.appealed', {
    zh: `#${number} 已经请经理看过或正在看，不用再申诉。`,
    en: `#${number} is with the managers, or was; there is no need to appeal again.`,
  })

export const recalled = (number: number) =>
  new UserError('rules.recalled', {
    zh: `#${number} 的消息已经撤回过了。`,
    en: `The message of #${number} was taken back already.`,
  })

export const cannotRecall = (number: number) =>
  new UserError('rules.cannot-recall', {
    zh: `#${number} 的消息在那个平台上我撤不回来，请自己删掉，再发打码的那份。`,
    en: `I cannot take back the message of #${number} on that platform: please delete it yourself and post the masked copy.`,
  })

export const noAppeal = (number: number) =>
  new UserError('rules.no-appeal', {
    zh: `#${number} 没有等待处理的申诉，可能别人已经处理了。`,
    en: `No appeal waits at #${number}; somebody may have decided it.`,
  })

export const notOwnAppeal = () =>
  new UserError('rules.own-appeal', {
    zh: '自己的申诉要由另一位经理来看。',
    en: 'One’s own appeal is for another manager to decide.',
  })

export const nobodyToJudge = (number: number) =>
  new UserError('rules.nobody-to-judge', {
    zh: `这里没有别的经理可以看。判得不对的话：/群规 不对 ${number}`,
    en: `There is no other manager here to look at it. If it is not right: /rules wrong ${number}`,
  })
