/** argv: data folder. Writes one row after another and prints each number once it is committed, until it is killed. */
import { createLog } from '../../../src/base/log.ts'
import { openStore } from '../../../src/store/open.ts'

const [dataDir = ''] = process.argv.slice(2)
const store = await openStore({ dataDir, log: createLog('silent') })
await store.exec('CREATE TABLE IF NOT EXISTS acknowledged (n integer PRIMARY KEY)')
for (;;) {
  const [row] = await store.query<{ n: number }>(
    'INSERT INTO acknowledged SELECT coalesce(max(n), 0) + 1 FROM acknowledged RETURNING n',
  )
  console.log(row?.n)
}
