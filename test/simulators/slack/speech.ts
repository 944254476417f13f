import { escaped } from './wire/rich-text.ts'
import type { Workspace } from './workspace.ts'

const special = /<@(U[A-Z0-9]+)>|<#(C[A-Z0-9]+)>|(https?:\/\/[^\s<>]+)|@(here|channel|everyone)\b/g

/**
 * What somebody typed, as Slack passes it on. `<@U1>` and `<#C1>` stand for a pick from Slack's lists when there is such
 * a person or channel; addresses become links; `@channel` rings; everything else is only words, escaped.
 */
export function asWritten(typed: string, { users, channels }: Workspace, { named = false } = {}): string {
  let written = ''
  let at = 0
  for (const found of typed.matchAll(special)) {
    const [all, user, channel, url, range] = found
    const token =
      picked(user, users, '@', named) ??
      picked(channel, channels, '#', true) ??
      (url === undefined ? null : `<${escaped(url)}>`)
    written += escaped(typed.slice(at, found.index))
    written += token ?? (range === undefined ? escaped(all) : `<!${range}>`)
    at = found.index + all.length
  }
  return written + escaped(typed.slice(at))
}

type Named = ReadonlyMap<string, { readonly name: string }>

function picked(id: string | undefined, known: Named, sign: string, named: boolean): string | null {
  const target = id === undefined ? undefined : known.get(id)
  if (target === undefined) return null
  return named ? `<${sign}${id}|${target.name}>` : `<${sign}${id}>`
}
