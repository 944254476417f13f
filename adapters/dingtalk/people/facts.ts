import { z } from 'zod'
import type { AccountFacts } from '../../../src/platform/events.ts'
import { id, words } from '../decode/wire.ts'

/** Somebody of our company. */
export interface Person {
  readonly account: AccountFacts
  readonly departments: readonly number[]
}

export interface Department {
  readonly id: number
  readonly name: string
}

const departmentId = z.number().int().min(1)
const name = words.transform(text => text.trim())

const dingtalkUser = z.object({ userid: id, name, dept_id_list: z.array(departmentId).default([]).catch([]) })
const dingtalkDepartment = z.object({ dept_id: departmentId, name })

/** Reads a user of `topapi/v2/user/get` or `list`; null when it is none. Mobile numbers and addresses are not kept. */
export function readPerson(json: unknown): Person | null {
  const read = dingtalkUser.safeParse(json)
  if (!read.success) return null
  const { userid: accountId, name, dept_id_list: departments } = read.data
  return { account: { accountId, ...(name && { name }), standing: 'member' }, departments }
}

/** Reads a department of `topapi/v2/department/get`; null when it is none. */
export function readDepartment(json: unknown): Department | null {
  const read = dingtalkDepartment.safeParse(json)
  return read.success ? { id: read.data.dept_id, name: read.data.name } : null
}
