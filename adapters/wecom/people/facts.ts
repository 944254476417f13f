import { z } from 'zod'
import { readMobile } from '../../../src/base/mobile.ts'
import { type Described, departmentId, departmentIds } from '../../shared/address-book.ts'
import { id, words } from '../decode/wire.ts'

const name = words.transform(text => text.trim())

const wecomUser = z.object({
  userid: id,
  name: name.optional().catch(undefined),
  department: departmentIds,
  /** 1 uses it, 2 was switched off, 4 has not come yet, 5 has left. */
  status: z.number().int().optional().catch(undefined),
  /** Only some apps get it: those that were made before the summer of 2022. */
  mobile: z.string().optional().catch(undefined),
})
const wecomDepartment = z.object({ id: departmentId, name })
const departmentList = z.object({ department: z.array(z.unknown()) })

/** Reads a user of `user/get`; null when it is none. */
export function readPerson(json: unknown): Described | null {
  const read = wecomUser.safeParse(json)
  if (!read.success) return null
  const { userid: accountId, name, department: departments, status, mobile } = read.data
  const active = status === undefined ? {} : { active: status !== 2 && status !== 5 }
  const number = mobile === undefined ? {} : { mobile: readMobile(mobile) }
  return { account: { accountId, ...(name && { name }), standing: 'member', ...active, ...number }, departments }
}

/** The names of the departments in an answer of `department/list`, by their ids. Throws ZodError when it is none. */
export function readDepartments(json: unknown): ReadonlyMap<number, string> {
  const read = departmentList.parse(json).department.map(it => wecomDepartment.safeParse(it))
  // Some apps are told of departments without their names.
  return new Map(read.flatMap(({ data }) => (data?.name ? [[data.id, data.name] as const] : [])))
}
