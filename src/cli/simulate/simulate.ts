import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { UserError } from '../../base/errors.ts'
import { type ExitCode, exit } from '../../base/exit.ts'
import type { Log } from '../../base/log.ts'
import { createRandom } from '../../base/random.ts'
import { isLang, type Lang } from '../../base/words.ts'
import { migrate } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { type CliCommand, UsageError, wholeNumber } from '../command.ts'
import { commandLog } from '../database.ts'
import type { Terminal } from '../terminal.ts'
import { dayLine, verdictLines } from './lines.ts'
import { live } from './live.ts'
import { sentBetween } from './sent.ts'
import { MOST_PLAYERS } from './troupe.ts'
import { verify } from './verify.ts'

export const simulate: CliCommand = {
  name: 'simulate',
  usage: 'simulate [--days 60] [--members 8] [--seed 1] [--lang zh|en] [--database URL]',
  summary: {
    zh: '让一个团队快速过一段日子，并核对一切恰好一次',
    en: 'Rush a team through its days and check exactly-once',
  },
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options })
    const wish: Wish = {
      days: wholeNumber('days', values.days, 1, 400),
      players: wholeNumber('members', values.members, 2, MOST_PLAYERS),
      seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
      lang: langIn(values.lang ?? terminal.lang),
    }
    return withEmptyDatabase(values.database, (store, log) => rush(store, log, wish, terminal))
  },
}

const options = {
  days: { type: 'string', default: '60' },
  members: { type: 'string', default: '8' },
  seed: { type: 'string', default: '1' },
  lang: { type: 'string' },
  database: { type: 'string' },
} as const

interface Wish {
  readonly days: number
  readonly players: number
  readonly seed: number
  /** The team's. */
  readonly lang: Lang
}

function langIn(text: string): Lang {
  if (isLang(text)) return text
  throw new UsageError({ zh: '--lang 只能是 zh 或 en。', en: '--lang is zh or en.' })
}

async function rush(store: Store, log: Log, wish: Wish, terminal: Terminal): Promise<ExitCode> {
  const { lang, days, players, seed } = wish
  const began = performance.now()
  let since = new Date(0)
  const lived = await live({
    ...{ store, log, lang, days, players, random: createRandom(seed) },
    async onDay({ date, end, isWorkday }) {
      const sent = await sentBetween(store.prisma, since, end)
      since = end
      terminal.print(dayLine({ date, isWorkday, sent }, terminal.lang))
    },
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  terminal.print({
    zh: `\n${days} 天，${players} 人，重启 ${lived.restarts} 次，用时 ${seconds} 秒（种子 ${seed}）`,
    en: `\n${days} days, ${players} people, ${lived.restarts} restarts, ${seconds} seconds (seed ${seed})`,
  })
  const verdicts = await verify(store, lived)
  for (const verdict of verdicts) terminal.print(verdictLines(verdict, terminal.lang))
  return verdicts.every(({ offenders }) => offenders.length === 0) ? exit.ok : exit.fault
}

/** A folder of its own that is gone afterwards, or the given database, which must hold nothing. */
async function withEmptyDatabase<T>(url: string | undefined, work: (store: Store, log: Log) => Promise<T>): Promise<T> {
  const log = commandLog()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bellwether-simulation-'))
  try {
    const store = await openStore({ url, dataDir, log })
    try {
      await migrate(store)
      await requireEmpty(store)
      return await work(store, log)
    } finally {
      await store.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function requireEmpty({ prisma }: Store): Promise<void> {
  if ((await prisma.team.count()) + (await prisma.roomUser.count()) === 0) return
  throw new UserError('target-not-empty', {
    zh: '这个数据库里有数据。请给一个空的，模拟不会去动别人的数据。',
    en: 'This database has data in it. Give an empty one: a simulation does not touch what is there.',
  })
}
