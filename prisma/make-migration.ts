/**
 * `npm run migration -- NAME [FOLDER]`: writes the SQL that leads from the migrations (of prisma/migrations unless told) to
 * the schema, for a person to read and commit.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder } from '../src/store/migrations.ts'
import { diffToSchema } from './schema-engine.ts'

const [name = '', folder = migrationsFolder] = process.argv.slice(2)
if (!/^[a-z0-9_]{1,100}$/.test(name)) {
  console.error('Name the migration with small letters, digits and _, for example: npm run migration -- add_targets')
  process.exit(64)
}

mkdirSync(folder, { recursive: true })
const lockFile = path.join(folder, 'migration_lock.toml')
if (!existsSync(lockFile)) {
  writeFileSync(lockFile, '# Which database these migrations are for; read by Prisma.\nprovider = "postgresql"\n')
}

const sql = await diffToSchema(folder)
if (sql === null) {
  console.log('The migrations already say what the schema says; nothing to write.')
} else {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = path.join(folder, `${timestamp}_${name}`, 'migration.sql')
  mkdirSync(path.dirname(file))
  writeFileSync(file, sql)
  console.log(`Read it, then commit it: ${path.relative(process.cwd(), file)}`)
}
