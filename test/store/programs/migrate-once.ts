/** argv: settings as JSON, folder of migrations. Prints what it applied. */
import { createLog } from '../../../src/base/log.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { openStore } from '../../../src/store/open.ts'

const [settings = '', folder = ''] = process.argv.slice(2)
const store = await openStore({ ...JSON.parse(settings), log: createLog('silent') })
console.log(JSON.stringify(await migrate(store, folder)))
await store.close()
