import type { z } from 'zod'
import type { Team } from '../context.ts'

/** A feature's own part of the team's settings; what is missing takes the schema's defaults. */
export function settingsOf<S extends z.ZodType>(team: Team, feature: string, schema: S): z.infer<S> {
  return schema.parse(team.settings[feature] ?? {})
}
