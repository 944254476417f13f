import { parseArgs } from 'node:util'
import { latest } from '../audit/latest.ts'
import { exit } from '../base/exit.ts'
import { readConfig } from '../config.ts'
import { allTeams } from '../features/team/teams.ts'
import { entryLine } from './audit-words.ts'
import { type CliCommand, wholeNumber } from './command.ts'
import { requireData, withCurrentDatabase } from './database.ts'
import { pickTeam } from './pick-team.ts'

const MOST = 1000

export const auditShow: CliCommand = {
  name: 'audit show',
  usage: 'audit show [--team NAME] [--last N]',
  summary: { zh: '列出最近的审计记录', en: 'List the latest entries of the audit log' },
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { team: { type: 'string' }, last: { type: 'string', default: '20' } },
    })
    const count = wholeNumber('last', values.last, 1, MOST)
    requireData(readConfig(terminal.env))
    await withCurrentDatabase(terminal, async ({ store: { prisma } }) => {
      const team = pickTeam(await allTeams(prisma), values.team)
      const entries = await latest(prisma, team.id, count)
      if (entries.length === 0) terminal.print({ zh: '还没有审计记录', en: 'There are no entries yet' })
      for (const entry of entries) terminal.print(entryLine(entry, team, terminal.lang))
    })
    return exit.ok
  },
}
