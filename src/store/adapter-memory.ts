import type { Prisma } from '../../prisma/client/client.ts'
import type { Store } from './store.ts'

/** What adapters keep over restarts, among the facts of the installation. It is what a port asks for as `Memory`. */
export function memoryOf({ prisma, query }: Pick<Store, 'prisma' | 'query'>, platform: string) {
  const keyOf = (key: string) => `${platform}:${key}`
  return {
    async get(key: string): Promise<unknown> {
      const row = await prisma.installation.findUnique({ where: { key: keyOf(key) } })
      return row?.value ?? undefined
    },

    async set(key: string, value: unknown): Promise<void> {
      // JSON by its port; null is kept as JSON's own.
      const json = JSON.stringify(value)
      await query(
        `INSERT INTO "Installation" (key, value) VALUES ($1, $2::jsonb)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [keyOf(key), json],
      )
    },

    async add(key: string, by: number): Promise<number> {
      const [row] = await query<{ value: Prisma.JsonValue }>(
        `INSERT INTO "Installation" AS it (key, value) VALUES ($1, to_jsonb($2::float8))
         ON CONFLICT (key) DO UPDATE SET value = to_jsonb(it.value::text::float8 + $2::float8) RETURNING value`,
        [keyOf(key), by],
      )
      return Number(row?.value)
    },
  }
}
