import { UserError } from '../base/errors.ts'
import type { Team } from '../context.ts'

/** The team of that name; without one, the only team there is. Throws UserError when it is not clear which. */
export function pickTeam(teams: readonly Team[], name: string | undefined): Team {
  const [team, other] = name === undefined ? teams : teams.filter(it => it.name === name.trim())
  if (team !== undefined && other === undefined) return team
  if (teams.length === 0) throw noTeam()
  throw new UserError('team-unclear', {
    zh: `请用 --team 指明团队：${teams.map(it => it.name).join('、')}`,
    en: `Say which team with --team: ${teams.map(it => it.name).join(', ')}`,
  })
}

function noTeam(): UserError {
  return new UserError('team-missing', {
    zh: '还没有团队。请先在团队的群里输入 /setup 建一个。',
    en: 'There is no team yet. Make one first: type /setup in its group.',
  })
}
