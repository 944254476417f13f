import type { MemberContext } from '../../context.ts'
import type { ActionInput, Feature } from '../feature.ts'
import { acceptDispute, declineDispute } from './answer.ts'
import { keepsOfDisputes } from './keeps.ts'
import { listOpen } from './list-open.ts'
import { raise } from './raise.ts'
import { readRequest } from './request.ts'

export const disputes: Feature = {
  name: 'disputes',
  commands: [
    {
      name: 'dispute',
      words: ['dispute', '异议', '申诉'],
      summary: {
        zh: '觉得哪个数字不对，私下问经理',
        en: 'Ask the managers in private about a figure that looks wrong',
      },
      example: {
        zh: '/异议 电话 11-18 应为25，漏了下午的',
        en: '/dispute calls 11-18 should be 25, left out the afternoon',
      },
      least: 'rep',
      run: obeyDispute,
    },
  ],
  actions: [
    { id: 'disputes.accept', least: 'manager', run: pressAccept },
    { id: 'disputes.decline', least: 'manager', run: pressDecline },
  ],
  keeps: keepsOfDisputes,
}

async function obeyDispute(ctx: MemberContext, text: string): Promise<void> {
  const request = readRequest(text)
  switch (request.kind) {
    case 'list':
      return listOpen(ctx)
    case 'accept':
      return acceptDispute(ctx, request.number, request.rest)
    case 'decline':
      return declineDispute(ctx, request.number, request.rest)
    case 'raise':
      return raise(ctx, request.text)
  }
}

async function pressAccept(ctx: MemberContext, input: ActionInput): Promise<void> {
  await acceptDispute(ctx, Number(input.value), `${filled(input, 'date')} ${filled(input, 'value')}`)
}

async function pressDecline(ctx: MemberContext, input: ActionInput): Promise<void> {
  await declineDispute(ctx, Number(input.value), filled(input, 'words'))
}

function filled({ values }: ActionInput, id: string): string {
  const value = values?.[id]
  return typeof value === 'string' ? value.trim() : ''
}
