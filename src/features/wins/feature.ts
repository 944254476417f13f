import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { calledMembers } from '../team/called.ts'
import { keepsOfWins } from './keeps.ts'
import { showMyWins } from './my-wins.ts'
import { readWin } from './read-win.ts'
import { ring } from './ring.ts'
import { winSettingDeclarations } from './settings-words.ts'
import { undoById, undoLast } from './undo-ring.ts'
import { amountUnclear, howToRing } from './words.ts'

/** The bell: a deal that was won is told to the team at once. */
export const wins: Feature = {
  name: 'wins',
  commands: [
    {
      name: 'won',
      words: ['won', '喜报', '成交', '赢单', '报喜'],
      summary: { zh: '成交了，给团队报喜', en: 'Ring the bell for a deal you won' },
      example: { zh: '/喜报 华为 12万', en: '/won Acme 120,000' },
      least: 'rep',
      run: obeyWon,
    },
  ],
  actions: [{ id: 'wins.undo', least: 'rep', run: (ctx, { value }) => undoById(ctx, value) }],
  keeps: keepsOfWins,
  settings: winSettingDeclarations,
}

async function obeyWon(ctx: MemberContext, text: string): Promise<void> {
  const members = await calledMembers(ctx.tx, ctx.team)
  const request = readWin(text, members)
  switch (request.kind) {
    case 'list':
      return showMyWins(ctx)
    case 'undo':
      return undoLast(ctx, request.customer)
    case 'ring':
      return ring(ctx, request, members)
    case 'unclear':
      throw new UserError('wins.unclear', howToRing)
    case 'amount-unclear':
      throw new UserError('wins.amount-unclear', amountUnclear(request.said))
  }
}
