/** argv: data folder, team. Appends one entry after another and prints the number of each once it is committed, until it is killed. */
import { append } from '../../../src/audit/append.ts'
import { createLog } from '../../../src/base/log.ts'
import { openStore } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { look } from '../chain.ts'

const [dataDir = '', teamId = ''] = process.argv.slice(2)
const store = await openStore({ dataDir, log: createLog('silent') })
for (let n = 1; ; n++) {
  await inTransaction(store, tx => append(tx, [look(teamId)]))
  console.log(n)
}
