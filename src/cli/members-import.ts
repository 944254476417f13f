import { parseArgs } from 'node:util'
import { type ExitCode, exit } from '../base/exit.ts'
import type { Lang } from '../base/words.ts'
import { content, table } from '../content/build.ts'
import { plain } from '../content/plain.ts'
import type { Team } from '../context.ts'
import { importMembers, previewMembers } from '../features/team/import-members.ts'
import type { ImportPreview } from '../features/team/import-rows.ts'
import { allTeams } from '../features/team/teams.ts'
import { platformIds } from '../platform/events.ts'
import { type CliCommand, onlyArgument } from './command.ts'
import { type Opened, withCurrentDatabase } from './database.ts'
import { openHouse } from './house.ts'
import { agreesToImport, readImport } from './import-file.ts'
import { pickTeam } from './pick-team.ts'
import type { Terminal } from './terminal.ts'

export const membersImport: CliCommand = {
  name: 'members import',
  usage: 'members import FILE.csv [--team NAME] [--yes]',
  summary: { zh: '从 CSV 导入成员，要么全部要么不动', en: 'Bring members in from a CSV file, all or none' },
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { team: { type: 'string' }, yes: { type: 'boolean', default: false } },
    })
    const file = onlyArgument(positionals, { zh: ' CSV 文件名', en: 'CSV file' })
    const text = (await readImport(file)).toString('utf8')
    return withCurrentDatabase(terminal, async opened => {
      const team = pickTeam(await allTeams(opened.store.prisma), values.team)
      return bringIn(opened, team, text, { terminal, isConfirmed: values.yes })
    })
  },
}

interface Asking {
  readonly terminal: Terminal
  readonly isConfirmed: boolean
}

/** A long list takes a while; a bar shows that it moves. */
const longList = 200

async function bringIn(opened: Opened, team: Team, text: string, { terminal, isConfirmed }: Asking): Promise<ExitCode> {
  await using house = await openHouse(opened)
  const preview = await house.act(team, ctx => previewMembers(ctx, text, platformIds))
  if (preview.faults.length > 0) return tellFaults(preview.faults, terminal)
  terminal.print(previewTable(preview, terminal.lang))
  const count = preview.rows.length
  const question = { zh: `把这 ${count} 人导入“${team.name}”？`, en: `Bring these ${count} into "${team.name}"?` }
  if (!isConfirmed && !(await agreesToImport(terminal, question))) return exit.fault
  const isLong = count > longList
  const onProgress = (done: number, total: number) => (isLong ? terminal.progress(done, total) : undefined)
  const result = await house.act(team, ctx =>
    importMembers(ctx, text, { platforms: platformIds.filter(id => id !== 'mail'), onProgress }),
  )
  if (result.kind === 'refused') return tellFaults(result.faults, terminal)
  const { created, updated } = result
  terminal.print({
    zh: `已导入“${team.name}”：新增 ${created} 人，更新 ${updated} 人`,
    en: `Imported into "${team.name}": ${created} new, ${updated} brought up to date`,
  })
  return exit.ok
}

function tellFaults(faults: ImportPreview['faults'], terminal: Terminal): ExitCode {
  for (const { line, words } of faults) {
    terminal.complain({ zh: `第 ${line} 行：${words.zh}`, en: `Line ${line}: ${words.en}` })
  }
  terminal.complain({ zh: '没有导入任何人。', en: 'Nobody was imported.' })
  return exit.fault
}

/** As much as fits on a screen. */
const shownRows = 20

function previewTable({ rows }: ImportPreview, lang: Lang): string {
  const labels = {
    zh: ['姓名', '角色', '别名', '平台', '账号'],
    en: ['Name', 'Role', 'Aliases', 'Platform', 'Account'],
  }[lang]
  const shown = rows.slice(0, shownRows)
  const cells = shown.map(row => [row.name, row.role, row.aliases.join(' '), row.platform, row.accountId])
  const lines = plain(
    content(
      lang,
      table(
        labels.map(label => ({ label })),
        cells,
      ),
    ),
  )
  return rows.length > shownRows ? `${lines}\n… (${rows.length})` : lines
}
