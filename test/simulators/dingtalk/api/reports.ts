import { z } from 'zod'
import { findPerson } from '../company.ts'
import { type Method, method, mistaken, refused } from './method.ts'

const needs = 'qyapi_report_query'
const mostCharacters = 1_000

const template = method({
  takes: z.strictObject({ userid: z.string(), template_name: z.string() }),
  metered: true,
  needs,
  run({ template_name }, { company }) {
    const found = company.templates.get(template_name)
    if (found === undefined) return refused('unknown', '模板不存在')
    const fields = found.fields.map((field_name, sort) => ({ field_name, sort, type: 1 }))
    return { answer: { result: { id: found.id, name: found.name, fields } } }
  },
})

const content = z.strictObject({
  key: z.string(),
  sort: z.string(),
  type: z.string(),
  content_type: z.enum(['markdown', 'origin']),
  content: z.string().max(mostCharacters),
})

const create = method({
  takes: z.strictObject({
    create_report_param: z.strictObject({
      userid: z.string(),
      template_id: z.string(),
      contents: z.array(content).min(1),
      dd_from: z.string(),
      to_chat: z.boolean(),
      to_userids: z.array(z.string()).optional(),
      to_cids: z.array(z.string()).optional(),
    }),
  }),
  metered: true,
  needs,
  run({ create_report_param: { userid, template_id, contents } }, { company, newId, now }) {
    const found = [...company.templates.values()].find(({ id }) => id === template_id)
    if (found === undefined) return refused('unknown', '模板不存在')
    if (findPerson(company, userid)?.active !== true) return refused('unknown', '无效的userid')
    const foreign = contents.find(({ key }) => !found.fields.includes(key))
    if (foreign !== undefined) return mistaken(`The template has no field ${foreign.key}`)
    const kept = contents.map(each => ({ key: each.key, content: each.content }))
    const report = { id: newId('report'), staffId: userid, template: found.name, contents: kept, at: now() }
    company.reports.push(report)
    return { answer: { result: report.id } }
  },
})

export const reportMethods: Readonly<Record<string, Method>> = {
  'POST /topapi/report/template/getbyname': template,
  'POST /topapi/report/create': create,
}
