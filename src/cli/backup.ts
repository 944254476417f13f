import path from 'node:path'
import { parseArgs } from 'node:util'
import { exit } from '../base/exit.ts'
import { readConfig } from '../config.ts'
import { backup as writeBackup } from '../store/backup.ts'
import type { Store } from '../store/store.ts'
import { type CliCommand, onlyArgument } from './command.ts'
import { requireData, withDatabase } from './database.ts'
import { rowCount } from './row-count.ts'

/** When the last backup was made, for the doctor. */
export const lastBackupKey = 'backup.last'

export const backup: CliCommand = {
  name: 'backup',
  usage: 'backup FILE',
  summary: { zh: '把全部数据写进一个文件', en: 'Write all data into a file' },
  async run(args, terminal) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const file = path.resolve(onlyArgument(positionals, { zh: '文件名', en: 'file' }))
    requireData(readConfig(terminal.env))
    const now = new Date()
    const totals = await withDatabase(terminal, async ({ store }) => {
      const written = await writeBackup(store, file, now)
      await noteBackup(store, now)
      return written
    })
    const rows = rowCount(totals)
    terminal.print({ zh: `已备份 ${rows} 行到 ${file}`, en: `Backed up ${rows} rows to ${file}` })
    return exit.ok
  },
}

async function noteBackup(store: Store, now: Date): Promise<void> {
  const value = now.toISOString()
  const create = { key: lastBackupKey, value }
  await store.prisma.installation.upsert({ where: { key: lastBackupKey }, create, update: { value } })
}
