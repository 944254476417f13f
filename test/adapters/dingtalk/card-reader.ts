import { z } from 'zod'
import { visibleText } from '../../simulators/dingtalk/visible.ts'

const button = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  style: z.enum(['primary', 'danger', 'default']),
})

/** What people see of a card, drawn as a template is built by TEMPLATE.md. */
export function readCard(params: Readonly<Record<string, string>>) {
  const texts = named(params, 'text').filter(value => value !== '')
  const shown = texts.map(value => visibleText({ text: value.replaceAll('<br>', '\n') }))
  return {
    title: params['title'] ?? '',
    text: shown.map(({ text }) => text).join('\n'),
    links: shown.flatMap(({ links }) => links),
    buttons: named(params, 'buttons').flatMap(row => z.array(button).parse(JSON.parse(row))),
    pressed: params['pressed'] ?? '',
  }
}

function named(params: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Array.from({ length: 9 }, (_, at) => params[`${name}${at + 1}`]).filter(value => value !== undefined)
}
