import type { TeamForm } from './store.ts'

const calledIn: Readonly<Record<string, readonly string[]>> = {
  plan: ['计划', 'plan'],
  report: ['日报', '报告', 'report'],
}

/** The form that somebody means by its key or its title; null when none is called so. */
export function findForm<F extends Pick<TeamForm, 'key' | 'definition'>>(forms: readonly F[], text: string): F | null {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  return forms.find(form => namesOf(form).some(name => name.toLowerCase() === wanted)) ?? null
}

/** Every name that a form answers to, its key first. */
function namesOf({ key, definition }: Pick<TeamForm, 'key' | 'definition'>): readonly string[] {
  return [key, definition.title.zh, definition.title.en, ...(calledIn[key] ?? [])]
}
