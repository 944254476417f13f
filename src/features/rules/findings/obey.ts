import type { MemberContext } from '../../../context.ts'
import { appeal } from './appeal.ts'
import { decide } from './decide.ts'
import { showDoubtful } from './doubtful.ts'
import { recall } from './recall.ts'
import { whichNumber } from './refusals.ts'
import { showReport } from './report.ts'
import { readFindingRequest } from './request.ts'
import { sayRight } from './right.ts'
import { routeIt } from './route-it.ts'
import { testRule } from './test-rule.ts'
import { sayWrong } from './wrong.ts'

/** `/rules right | wrong | appeal | accept | decline | route | recall 12`, `/rules report | doubtful`, `/rules test NAME`. False for what is none of these. */
export async function obeyFindings(ctx: MemberContext, typed: string): Promise<boolean> {
  const request = readFindingRequest(typed)
  if (request === null) return false
  switch (request.kind) {
    case 'right':
      await sayRight(ctx, request.number)
      break
    case 'wrong':
      await sayWrong(ctx, request.number)
      break
    case 'doubtful':
      await showDoubtful(ctx)
      break
    case 'appeal':
      await appeal(ctx, request.number, request.rest)
      break
    case 'accept':
      await decide(ctx, request.number, { appeal: 'accepted', words: request.rest })
      break
    case 'decline':
      await decide(ctx, request.number, { appeal: 'declined', words: request.rest })
      break
    case 'route':
      await routeIt(ctx, request.number)
      break
    case 'recall':
      await recall(ctx, request.number)
      break
    case 'report':
      await showReport(ctx)
      break
    case 'test':
      await testRule(ctx, request.text)
      break
    case 'which':
      throw whichNumber(request.verb)
  }
  return true
}
