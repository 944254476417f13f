import type { z } from 'zod'
import type { Json } from '../base/json.ts'
import type { Words } from '../base/words.ts'
import type { Team, TeamContext } from '../context.ts'

/** A feature's own part of the team's settings; what is missing takes the schema's defaults. */
export function settingsOf<S extends z.ZodType>(team: Pick<Team, 'settings'>, feature: string, schema: S): z.infer<S> {
  return schema.parse(team.settings[feature] ?? {})
}

/** What reading and showing a value may need: whose setting it is, and in which language. */
export type Around = Pick<TeamContext, 'tx' | 'team' | 'lang'>

/** How values of one kind are typed and shown. What `show` says is understood by `read` as the same value. */
export interface ValueKind<T> {
  /** All that can be typed, in words; and one text of it. */
  readonly takes: Words
  readonly example: Words
  /** Values that get a button each, where there are few that matter. */
  readonly choices?: readonly T[]
  /** Undefined when it is not understood. */
  read(text: string, around: Around): T | undefined | Promise<T | undefined>
  show(value: T, around: Around): string | Promise<string>
}

/** What one setting is called and means. Its title can be typed in place of its key. */
interface About {
  readonly title: Words
  readonly summary: Words
}

/** A setting as `/settings` needs it, whatever its values are. */
export interface SettingDeclaration extends About {
  readonly feature: string
  /** The settings that are shown together. */
  readonly group: Words
  /** `feature.name`: how it is called in every language. */
  readonly key: string
  readonly takes: Words
  readonly example: Words
  /** What holds now, as it could be typed. */
  shown(around: Around): Promise<string>
  /** What a button may set it to: not what holds already. */
  choices(around: Around): Promise<readonly string[]>
  /** The change of the feature's settings that a typed value means; null when it is not understood or not allowed. */
  read(text: string, around: Around): Promise<Readonly<Record<string, Json>> | null>
}

interface Part<S> {
  readonly feature: string
  readonly group: Words
  /** Of all the feature's settings, or of those that people may change. */
  readonly schema: z.ZodType<S>
}

type Entries<S> = { readonly [K in keyof S & string]: About & { readonly kind: ValueKind<S[K]> } }

/** Declares every setting of a schema: one that nobody could change does not compile. */
export function declareSettings<S extends Readonly<Record<string, Json>>>(
  part: Part<S>,
  entries: Entries<S>,
): readonly SettingDeclaration[] {
  const declared: SettingDeclaration[] = []
  for (const name in entries) declared.push(declare(part, name, entries))
  return declared
}

function declare<S extends Readonly<Record<string, Json>>, K extends keyof S & string>(
  { feature, group, schema }: Part<S>,
  name: K,
  entries: Entries<S>,
): SettingDeclaration {
  const { kind, ...about } = entries[name]
  const shown = async (around: Around) => kind.show(settingsOf(around.team, feature, schema)[name], around)
  return {
    ...{ ...about, feature, group, shown, key: `${feature}.${name}`, takes: kind.takes, example: kind.example },
    async choices(around) {
      const texts = await Promise.all((kind.choices ?? []).map(value => kind.show(value, around)))
      const now = await shown(around)
      return texts.filter(text => text !== now)
    },
    async read(text, around) {
      const value = await kind.read(text, around)
      if (value === undefined) return null
      const whole = { ...settingsOf(around.team, feature, schema), [name]: value }
      return schema.safeParse(whole).success ? { [name]: value } : null
    },
  }
}
