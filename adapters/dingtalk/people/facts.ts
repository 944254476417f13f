import { z } from 'zod'
import { readMobile } from '../../../src/base/mobile.ts'
import { type Described, departmentId, departmentIds } from '../../shared/address-book.ts'
import { id, words } from '../decode/wire.ts'

const name = words.transform(text => text.trim())

const dingtalkUser = z.object({
  userid: id,
  name,
  dept_id_list: departmentIds,
  /** Only with a permission of its own; empty where somebody has none or hides it. */
  mobile: z.string().optional().catch(undefined),
  /** The country's code of the mobile. */
  state_code: z.string().optional().catch(undefined),
})
const dingtalkDepartment = z.object({ dept_id: departmentId, name })

/** Reads a user of `topapi/v2/user/get`; null when it is none. */
export function readPerson(json: unknown): Described | null {
  const read = dingtalkUser.safeParse(json)
  if (!read.success) return null
  const { userid: accountId, name, dept_id_list: departments, mobile, state_code } = read.data
  const number = mobile === undefined ? {} : { mobile: readMobile(mobile, state_code) }
  return { account: { accountId, ...(name && { name }), standing: 'member', ...number }, departments }
}

/** Reads the name in a department of `topapi/v2/department/get`; null when there is none. */
export function readDepartment(json: unknown): string | null {
  const read = dingtalkDepartment.safeParse(json)
  return (read.success && read.data.name) || null
}
