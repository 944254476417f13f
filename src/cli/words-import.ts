import { parseArgs } from 'node:util'
import { type ExitCode, exit } from '../base/exit.ts'
import type { Lang, Words } from '../base/words.ts'
import type { Team } from '../context.ts'
import { keepWords, listedIn, previewWords } from '../features/rules/keep-words.ts'
import type { ListedWord } from '../features/rules/listed-word.ts'
import type { WordPlan } from '../features/rules/word-plan.ts'
import { allTeams } from '../features/team/teams.ts'
import { type ListReading, readList } from '../filter/read-list.ts'
import { type CliCommand, onlyArgument, UsageError } from './command.ts'
import { withCurrentDatabase } from './database.ts'
import { type CommandHouse, openHouse } from './house.ts'
import { agreesToImport, readImport } from './import-file.ts'
import { pickTeam } from './pick-team.ts'
import type { Terminal } from './terminal.ts'

export const wordsImport: CliCommand = {
  name: 'words import',
  usage: 'words import FILE.txt|.csv|.xlsx [--team NAME] [--list NAME] [--yes]',
  summary: { zh: '把词表文件导入团队的词表', en: "Bring a file of words into a team's list" },
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        team: { type: 'string' },
        list: { type: 'string', default: 'default' },
        yes: { type: 'boolean', default: false },
      },
    })
    const file = onlyArgument(positionals, { zh: '词表文件名', en: 'file of words' })
    const list = nameOf(values.list)
    const reading = await readList(file, await readImport(file), 'hint')
    tellFaults(reading, terminal)
    if (reading.entries.length + reading.allowed.length === 0) return refuse(terminal)
    return withCurrentDatabase(terminal, async opened => {
      const team = pickTeam(await allTeams(opened.store.prisma), values.team)
      await using house = await openHouse(opened)
      return bringIn(house, { team, list, reading }, { terminal, isConfirmed: values.yes })
    })
  },
}

function nameOf(list: string): string {
  const name = list.trim()
  if (name.length > 0 && name.length <= 40) return name
  throw new UsageError({ zh: '--list 要填 1 到 40 个字的名字。', en: '--list takes a name of 1 to 40 characters.' })
}

interface Wanted {
  readonly team: Team
  readonly list: string
  readonly reading: ListReading
}

async function bringIn(
  house: CommandHouse,
  { team, list, reading }: Wanted,
  { terminal, isConfirmed }: { readonly terminal: Terminal; readonly isConfirmed: boolean },
): Promise<ExitCode> {
  const words = listedIn(reading)
  const plan = await house.act(team, ctx => previewWords(ctx, list, words))
  terminal.print(previewed(plan, reading, list))
  terminal.print(samples(plan.fresh, terminal.lang))
  const question = { zh: `导入“${team.name}”？`, en: `Bring them into "${team.name}"?` }
  if (!isConfirmed && !(await agreesToImport(terminal, question))) return exit.fault
  const { fresh, changed } = await house.act(team, ctx => keepWords(ctx, list, words))
  terminal.print({
    zh: `已导入“${team.name}”的词表 ${list}：新增 ${fresh.length} 个，更新 ${changed.length} 个`,
    en: `Imported into the list ${list} of "${team.name}": ${fresh.length} new, ${changed.length} brought up to date`,
  })
  return exit.ok
}

function previewed({ fresh, changed, doubled }: WordPlan, { faults, merged }: ListReading, list: string): Words {
  return {
    zh: `词表 ${list}：新词 ${fresh.length} 个，处理方式有变 ${changed.length} 个，重复 ${doubled + merged} 个，有问题的行 ${faults.length} 行`,
    en: `List ${list}: ${fresh.length} new, ${changed.length} handled anew, ${doubled + merged} doubled, ${faults.length} lines at fault`,
  }
}

/** As many as fit on a screen. */
const shown = 20

function samples(words: readonly ListedWord[], lang: Lang): string {
  const more = words.length - shown
  const first = words.slice(0, shown).map(({ word }) => word)
  return `${first.join({ zh: '、', en: ', ' }[lang])}${more > 0 ? ` … (+${more})` : ''}`
}

/** Lines at fault are left out; the rest may still be taken. */
function tellFaults({ faults }: ListReading, terminal: Terminal): void {
  for (const { line, words } of faults) {
    if (line === null) terminal.complain(words)
    else terminal.complain({ zh: `第 ${line} 行：${words.zh}`, en: `Line ${line}: ${words.en}` })
  }
}

function refuse(terminal: Terminal): ExitCode {
  terminal.complain({ zh: '没有导入任何词。', en: 'No word was imported.' })
  return exit.fault
}
