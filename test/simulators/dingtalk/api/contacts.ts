import { z } from 'zod'
import { findPerson, type Person } from '../company.ts'
import type { Side } from '../side.ts'
import { type Method, method, refused } from './method.ts'

const language = z.enum(['zh_CN', 'en_US']).optional()
const cursor = z.int().min(0)

const user = method({
  takes: z.strictObject({ userid: z.string(), language }),
  needs: 'qyapi_get_member',
  run({ userid }, side) {
    const person = findPerson(side.company, userid)
    return person?.active === true && person.staffId === userid
      ? { answer: { result: userObject(person, side) } }
      : refused('unknown', '无效的userid')
  },
})

const users = method({
  takes: z.strictObject({
    dept_id: z.int(),
    cursor,
    size: z.int().min(1).max(100),
    contain_access_limit: z.boolean().optional(),
    language,
  }),
  needs: 'qyapi_get_department_member',
  run({ dept_id, cursor: start, size }, side) {
    const members = staff(side).filter(({ departments }) => departments.includes(dept_id))
    const { page, next } = pageOf(members, start, Math.min(size, side.settings.largestPage))
    const more = next === null ? { has_more: false } : { has_more: true, next_cursor: next }
    return { answer: { result: { ...more, list: page.map(person => userObject(person, side)) } } }
  },
})

const userByMobile = method({
  takes: z.strictObject({ mobile: z.string().min(1), support_exclusive_account_search: z.boolean().optional() }),
  needs: 'qyapi_get_member_by_mobile',
  run({ mobile }, side) {
    const person = staff(side).find(each => each.mobile === mobile)
    return person === undefined
      ? refused('unknown', '找不到该用户')
      : { answer: { result: { userid: person.staffId } } }
  },
})

const subdepartments = method({
  takes: z.strictObject({ dept_id: z.int().default(1), language }),
  needs: 'qyapi_get_department_list',
  run({ dept_id }, { company }) {
    const below = [...company.departments.values()].filter(({ parent }) => parent === dept_id)
    return { answer: { result: below.map(({ id, name }) => ({ dept_id: id, name, parent_id: dept_id })) } }
  },
})

const department = method({
  takes: z.strictObject({ dept_id: z.int(), language }),
  needs: 'qyapi_get_department_list',
  run({ dept_id }, { company }) {
    const found = company.departments.get(dept_id)
    if (found === undefined) return refused('unknown', '部门不存在')
    return { answer: { result: { dept_id, name: found.name, parent_id: found.parent } } }
  },
})

const groupMembers = method({
  takes: z.strictObject({
    openConversationId: z.string(),
    maxResults: z.int().min(1).max(1_000),
    nextToken: z.string().optional(),
    coolAppCode: z.string().optional(),
  }),
  metered: true,
  needs: 'qyapi_chat_read',
  run({ openConversationId, maxResults, nextToken = '0' }, side) {
    const group = side.company.places.get(openConversationId)
    if (group?.kind !== 'group') return refused('unknown', 'There is no such conversation')
    const members = staff(side).filter(({ dingtalkId }) => group.members.has(dingtalkId))
    const size = Math.min(maxResults, side.settings.largestPage)
    const { page, next } = pageOf(members, Number(nextToken), size)
    const more = next === null ? { hasMore: false } : { hasMore: true, nextToken: String(next) }
    return { answer: { memberUserIds: page.map(({ staffId }) => staffId), ...more } }
  },
})

function staff({ company: { people } }: Side): readonly Person[] {
  return [...people.values()].filter(({ staffId, active }) => staffId !== '' && active)
}

/** `next` is where the page after this one begins; null when it is the last. */
function pageOf<T>(
  all: readonly T[],
  start: number,
  size: number,
): { readonly page: readonly T[]; next: number | null } {
  const end = start + size
  return { page: all.slice(start, end), next: end < all.length ? end : null }
}

function userObject({ staffId, name, mobile, title, departments, admin, active }: Person, { settings }: Side) {
  return {
    ...{ userid: staffId, unionid: `union-${staffId}`, name, avatar: '', title, job_number: '' },
    ...(settings.permissions.includes('fieldMobile') ? { mobile } : {}),
    ...{ dept_id_list: departments, admin, boss: false, active, state_code: '86' },
  }
}

export const contactMethods: Readonly<Record<string, Method>> = {
  'POST /topapi/v2/user/get': user,
  'POST /topapi/v2/user/list': users,
  'POST /topapi/v2/user/getbymobile': userByMobile,
  'POST /topapi/v2/department/listsub': subdepartments,
  'POST /topapi/v2/department/get': department,
  'POST /v1.0/im/sceneGroups/members/batchQuery': groupMembers,
}
