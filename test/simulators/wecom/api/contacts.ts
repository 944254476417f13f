import { z } from 'zod'
import { refused } from '../answers.ts'
import type { Department, Person } from '../corp.ts'
import type { Side } from '../side.ts'
import { type Method, method } from './method.ts'

const number = z.string().regex(/^\d+$/).transform(Number)

const user = method({
  takes: z.strictObject({ userid: z.string().min(1) }),
  run({ userid }, { corp, settings }) {
    const person = corp.people.get(userid)
    if (person === undefined) return refused(60111)
    return person.visible ? { answer: details(person, settings.showsMobiles) } : refused(60011)
  },
})

const simpleList = method({
  takes: z.strictObject({ department_id: number, fetch_child: number.optional() }),
  run({ department_id }, side) {
    if (!side.corp.departments.has(department_id)) return refused(60123)
    const there = [...side.corp.people.values()].filter(
      ({ departments, active, visible }) => active && visible && departments.includes(department_id),
    )
    const userlist = there.map(({ userId, name, departments }) => ({ userid: userId, name, department: departments }))
    return { answer: { userlist } }
  },
})

/** Without an id: everything; otherwise the department and what is below it. */
const departments = method({
  takes: z.strictObject({ id: number.optional() }),
  run({ id = 1 }, side) {
    if (!side.corp.departments.has(id)) return refused(60123)
    const department = below(side, id).map(each => ({ id: each.id, name: each.name, parentid: each.parent, order: 1 }))
    return { answer: { department } }
  },
})

const departmentIds = method({
  takes: z.strictObject({ id: number.optional() }),
  run({ id = 1 }, side) {
    if (!side.corp.departments.has(id)) return refused(60123)
    const department_id = below(side, id).map(each => ({ id: each.id, parentid: each.parent, order: 1 }))
    return { answer: { department_id } }
  },
})

function below(side: Side, id: number): readonly Department[] {
  const own = side.corp.departments.get(id)
  const children = [...side.corp.departments.values()].filter(({ parent }) => parent === id)
  return [...(own === undefined ? [] : [own]), ...children.flatMap(child => below(side, child.id))]
}

function details({ userId, name, departments, position, active, mobile }: Person, showsMobiles: boolean): object {
  return {
    ...{ userid: userId, name, department: departments, position, alias: '' },
    ...{ status: active ? 1 : 5, isleader: 0, is_leader_in_dept: departments.map(() => 0), direct_leader: [] },
    ...(showsMobiles ? { mobile } : {}),
  }
}

export const contactMethods: Readonly<Record<string, Method>> = {
  'GET /cgi-bin/user/get': user,
  'GET /cgi-bin/user/simplelist': simpleList,
  'GET /cgi-bin/department/list': departments,
  'GET /cgi-bin/department/simplelist': departmentIds,
}
