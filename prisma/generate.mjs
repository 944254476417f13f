// Makes the Prisma client from prisma/schema, only when the schema or Prisma itself has changed, and without any download:
// "prisma generate" never runs the schema engine, it only insists that the named file exists.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const stamp = path.join(root, 'prisma/client/.stamp')
const hash = createHash('sha256').update(readFileSync(path.join(path.dirname(cli), '../package.json')))
for (const file of globSync('prisma/schema/*.prisma', { cwd: root }).sort())
  hash.update(readFileSync(path.join(root, file)))
const digest = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  const run = spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma/schema'], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    encoding: 'utf8',
  })
  if (run.status !== 0) {
    process.stderr.write(`The database client could not be generated.\n${run.stdout}${run.stderr}`)
    process.exit(1)
  }
  writeFileSync(stamp, digest)
}
