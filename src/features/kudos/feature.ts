import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { calledMembers } from '../team/called.ts'
import { give } from './give.ts'
import { keepsOfKudos } from './keeps.ts'
import { readKudos } from './read-kudos.ts'
import { kudosSettingDeclarations } from './settings-words.ts'
import { showMine, showPeriod } from './show-kudos.ts'
import { undoKudos } from './undo-kudos.ts'

/** Thanks among members, with a reason, in front of the team. */
export const kudos: Feature = {
  name: 'kudos',
  commands: [
    {
      name: 'kudos',
      words: ['kudos', '表扬', '点赞', '赞', '感谢'],
      summary: { zh: '在群里表扬同事', en: 'Thank a colleague in front of the team' },
      example: { zh: '/表扬 @张三 及时补位 #协作', en: '/kudos @Sam covered my shift #teamwork' },
      least: 'rep',
      run: obeyKudos,
    },
  ],
  actions: [{ id: 'kudos.undo', least: 'rep', run: (ctx, { value }) => undoKudos(ctx, value) }],
  keeps: keepsOfKudos,
  settings: kudosSettingDeclarations,
}

async function obeyKudos(ctx: MemberContext, text: string): Promise<void> {
  const members = await calledMembers(ctx.tx, ctx.team)
  const request = readKudos(text, { members, today: toLocal(ctx.now, ctx.team.zone).date })
  switch (request.kind) {
    case 'mine':
      return showMine(ctx)
    case 'undo':
      return undoKudos(ctx)
    case 'period':
      return showPeriod(ctx, request.period)
    case 'give':
      return give(ctx, request, members)
  }
}
