/** argv: settings as JSON. Writes an instant in every way we have and prints what each of them reads back. */
import { createLog } from '../../../src/base/log.ts'
import { openStore } from '../../../src/store/open.ts'

const store = await openStore({ ...JSON.parse(process.argv[2] ?? ''), log: createLog('silent') })
const instant = new Date('2026-03-08T16:30:00.123Z')
await store.exec('CREATE TABLE moments (how text, plain timestamp(3), zoned timestamptz(3))')
await store.query('INSERT INTO moments VALUES ($1, $2, $3)', ['sql', instant, instant])
await store.prisma.$executeRaw`INSERT INTO moments VALUES ('prisma', ${instant}, ${instant})`
const bySql = await store.query('SELECT how, plain, zoned FROM moments ORDER BY how')
const byPrisma = await store.prisma.$queryRaw`SELECT how, plain, zoned FROM moments ORDER BY how`
const asText = await store.query('SELECT how, plain::text, zoned::text FROM moments ORDER BY how')
console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, bySql, byPrisma, asText }))
await store.close()
