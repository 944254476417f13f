import { z } from 'zod'

/** A platform's settings, or why there are none. Faults name settings, never values. */
export type ReadSettings<S> = { readonly kind: 'read'; readonly settings: S } | Unusable

type Unusable = { readonly kind: 'absent' } | { readonly kind: 'faulty'; readonly faults: readonly string[] }

export interface Wanted<G extends z.ZodType> {
  /** Everything of the platform's in the environment begins with this. */
  readonly prefix: string
  /** Any of these says that the platform is wanted. */
  readonly asking: readonly string[]
  readonly given: G
}

/** What a platform is given in the environment, each setting by itself. */
export function readGiven<G extends z.ZodType>(
  env: Readonly<Record<string, string>>,
  { prefix, asking, given }: Wanted<G>,
): { readonly kind: 'given'; readonly given: z.infer<G> } | Unusable {
  if (!asking.some(name => name in env)) return { kind: 'absent' }
  const ours = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith(prefix)))
  const read = given.safeParse(ours)
  if (read.success) return { kind: 'given', given: read.data }
  return { kind: 'faulty', faults: read.error.issues.map(issue => faultOf(issue, ours)) }
}

function faultOf({ path, message }: z.core.$ZodIssue, env: Readonly<Record<string, string>>): string {
  const name = path.join('.')
  return name in env ? `${name} ${message}` : `${name} is missing`
}

export const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address' })

/** Without a slash at its end, so that paths can be put behind it. */
export const bareWebAddress = webAddress.transform(url => url.replace(/\/+$/, ''))
