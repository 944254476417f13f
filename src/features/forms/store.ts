import type { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'
import { type FormDefinition, type FormKind, formDefinitionSchema } from './definition.ts'

/** A form of a team as it is asked now. */
export interface TeamForm {
  readonly id: string
  readonly key: string
  readonly kind: FormKind
  readonly active: boolean
  readonly version: number
  readonly definition: FormDefinition
}

const order: readonly FormKind[] = ['plan', 'report', 'custom']

/** Every form of the team, also those switched off: plan and report, then its own, the oldest first. */
export async function allForms(tx: Tx, teamId: string): Promise<readonly TeamForm[]> {
  const rows = await tx.form.findMany({ where: { teamId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  if (rows.length === 0) return []
  const versions = await tx.formVersion.findMany({
    where: { OR: rows.map(({ id, version }) => ({ formId: id, number: version })) },
  })
  const forms = rows.map(({ id, key, active, version }) => {
    const definition = parse(versions.find(({ formId }) => formId === id)?.definition)
    return { id, key, kind: definition.kind, active, version, definition }
  })
  return forms.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

export async function activeForms(tx: Tx, teamId: string): Promise<readonly TeamForm[]> {
  return (await allForms(tx, teamId)).filter(form => form.active)
}

/** The form that the team asks under this key; null when it has none or has switched it off. */
export async function formByKey(tx: Tx, teamId: string, key: string): Promise<TeamForm | null> {
  return (await activeForms(tx, teamId)).find(form => form.key === key) ?? null
}

/** A form as it was asked then; null when there never was such a version. */
export async function formVersion(tx: Tx, formId: string, number: number): Promise<FormDefinition | null> {
  const row = await tx.formVersion.findUnique({ where: { formId_number: { formId, number } } })
  return row && parse(row.definition)
}

interface NewVersion {
  readonly teamId: string
  readonly key: string
  readonly definition: FormDefinition
  readonly now: Date
  /** The member who wants it so; null for what the product brings along. */
  readonly by: string | null
}

/** Adds a form, switched on; one that the team has under this key stays as it is. Answers whether it was added. */
export async function addForm(tx: Tx, { teamId, key, definition, now, by }: NewVersion): Promise<boolean> {
  const id = newId(now)
  const form = { id, teamId, key, kind: definition.kind, createdAt: now }
  const { count } = await tx.form.createMany({ data: [form], skipDuplicates: true })
  if (count === 0) return false
  await tx.formVersion.create({ data: versionRow(id, 1, definition, now, by) })
  return true
}

/**
 * Adds the version after `last`, which is asked from now on. Answers false, and adds nothing, when `last` is no longer the
 * last one: somebody else has changed the form meanwhile.
 */
export async function addVersion(
  tx: Tx,
  formId: string,
  last: number,
  { definition, now, by }: Pick<NewVersion, 'definition' | 'now' | 'by'>,
): Promise<boolean> {
  const number = last + 1
  const { count } = await tx.form.updateMany({ where: { id: formId, version: last }, data: { version: number } })
  if (count === 0) return false
  await tx.formVersion.create({ data: versionRow(formId, number, definition, now, by) })
  return true
}

export async function setActive(tx: Tx, formId: string, active: boolean): Promise<void> {
  await tx.form.update({ where: { id: formId }, data: { active } })
}

function versionRow(formId: string, number: number, definition: FormDefinition, createdAt: Date, by: string | null) {
  return { formId, number, definition: toJson(definition), createdAt, createdBy: by }
}

function parse(definition: unknown): FormDefinition {
  return formDefinitionSchema.parse(definition)
}

/** Without the keys that are undefined, which JSON does not have. */
function toJson(definition: FormDefinition): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(definition))
}
