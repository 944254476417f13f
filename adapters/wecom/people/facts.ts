import { z } from 'zod'
import type { AccountFacts } from '../../../src/platform/events.ts'

/** Somebody of our company, as far as the app may see. */
export interface Person {
  readonly account: AccountFacts
  readonly departments: readonly number[]
}

export interface Department {
  readonly id: number
  readonly name: string
}

const departmentId = z.number().int().min(1)
/** No database keeps a NUL, and half of a surrogate pair is no text. */
const name = z
  .string()
  .max(1_000)
  .transform(text => text.toWellFormed().replaceAll('\0', '').trim())

const wecomUser = z.object({
  userid: z.string().min(1).max(255),
  name: name.optional().catch(undefined),
  department: z.array(departmentId).default([]).catch([]),
  /** 1 uses it, 2 was switched off, 4 has not come yet, 5 has left. */
  status: z.number().int().optional().catch(undefined),
})
const wecomDepartment = z.object({ id: departmentId, name })

/** Reads a user of `user/get` or `user/simplelist`; null when it is none. Mobile numbers and addresses are not kept. */
export function readPerson(json: unknown): Person | null {
  const read = wecomUser.safeParse(json)
  if (!read.success) return null
  const { userid: accountId, name, department: departments, status } = read.data
  const active = status === undefined ? {} : { active: status !== 2 && status !== 5 }
  return { account: { accountId, ...(name && { name }), standing: 'member', ...active }, departments }
}

/** Reads a department of `department/list`; null when it is none, or when the app may not see its name. */
export function readDepartment(json: unknown): Department | null {
  const read = wecomDepartment.safeParse(json)
  return read.success && read.data.name !== '' ? read.data : null
}
