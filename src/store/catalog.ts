import type { Session } from './store.ts'

/** What the database itself says about our tables: those of the schema `public` without Prisma's history. */
interface Column {
  readonly name: string
  /** As SQL writes it, for example `numeric(18,2)` or `"Role"[]`. */
  readonly type: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
}

/** Tables by name, with the columns that can be written: a generated one follows from the others. */
export async function readTables(session: Session): Promise<Table[]> {
  return session.query<Table>(`
    SELECT c.relname::text AS name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    GROUP BY c.relname ORDER BY c.relname COLLATE "C"`)
}

export interface Sequence {
  readonly name: string
  /** The last number it gave, or null when it has given none. */
  readonly last: string | null
}

export async function readSequences(session: Session): Promise<Sequence[]> {
  return session.query<Sequence>(`
    SELECT sequencename::text AS name, last_value::text AS last
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`)
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  /** The clause that makes it again. */
  readonly definition: string
}

export async function readForeignKeys(session: Session): Promise<ForeignKey[]> {
  return session.query<ForeignKey>(`
    SELECT c.relname::text AS table, k.conname::text AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0`)
}

/** Removes all that our migrations make in `public`, and nothing of an extension; other schemas are not touched. */
export const clearPublic = `DO $$
DECLARE drop_it text;
BEGIN
  FOR drop_it IN
    SELECT format(CASE relkind WHEN 'v' THEN 'DROP VIEW IF EXISTS public.%I CASCADE'
      WHEN 'm' THEN 'DROP MATERIALIZED VIEW IF EXISTS public.%I CASCADE'
      WHEN 'S' THEN 'DROP SEQUENCE IF EXISTS public.%I CASCADE'
      ELSE 'DROP TABLE IF EXISTS public.%I CASCADE' END, relname)
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY relkind = 'S' -- most sequences go with their tables, and some cannot go before them
  LOOP EXECUTE drop_it; END LOOP;
  FOR drop_it IN
    SELECT format('DROP TYPE IF EXISTS public.%I CASCADE', typname)
    FROM pg_type t WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
  LOOP EXECUTE drop_it; END LOOP;
  FOR drop_it IN
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE drop_it; END LOOP;
END $$`

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
