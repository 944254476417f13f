import { parseArgs } from 'node:util'
import { exit } from '../base/exit.ts'
import { restore as readBackup } from '../store/restore.ts'
import { type CliCommand, onlyArgument } from './command.ts'
import { withDatabase } from './database.ts'
import { rowCount } from './row-count.ts'

export const restore: CliCommand = {
  name: 'restore',
  usage: 'restore FILE [--force]',
  summary: { zh: '用备份替换数据库的内容', en: 'Make the database what a backup says' },
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    })
    const file = onlyArgument(positionals, { zh: '文件名', en: 'file' })
    const restored = await withDatabase(terminal, async ({ store }) => {
      const result = await readBackup(store, file, { force: values.force })
      // Jobs of the replaced data must not run; whatever is due is put into the queue again by the clock's next minute.
      await store.exec('DROP SCHEMA IF EXISTS pgboss CASCADE')
      return result
    })
    const { createdAt, totals, upgraded } = restored
    const [rows, made] = [rowCount(totals), createdAt.toISOString()]
    terminal.print({ zh: `已恢复 ${rows} 行，备份于 ${made}`, en: `Restored ${rows} rows, backed up at ${made}` })
    for (const name of upgraded) terminal.print({ zh: `已应用迁移 ${name}`, en: `Applied the migration ${name}` })
    return exit.ok
  },
}
