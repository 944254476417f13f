import type { Lang } from '../../base/words.ts'
import type { Group, Person } from './shapes.ts'
import { direct } from './state.ts'

const langKey = 'bellwether.lang'
const viewerKey = 'bellwether.viewer'

/** Where a visitor is, kept in the address so that two tabs can be two people: `#li/sales`. */
export interface Visit {
  readonly viewer: string
  readonly place: string
}

/** The visit that the address asks for, else the last person's, else the first's, in the first group. */
export function readVisit(people: readonly Person[], groups: readonly Group[]): Visit {
  const [viewer = '', place = ''] = location.hash.slice(1).split('/').map(decode)
  const wanted = [viewer, localStorage.getItem(viewerKey)]
  return {
    viewer: wanted.find(id => people.some(person => person.id === id)) ?? people[0]?.id ?? '',
    place: place === direct || groups.some(({ id }) => id === place) ? place : (groups[0]?.id ?? direct),
  }
}

/** Leaves out the token that may have stood in the address: it is a cookie by now. */
export function writeVisit({ viewer, place }: Visit): void {
  localStorage.setItem(viewerKey, viewer)
  history.replaceState(null, '', `${location.pathname}#${encodeURIComponent(viewer)}/${encodeURIComponent(place)}`)
}

export function readLang(): Lang {
  const wanted = localStorage.getItem(langKey) ?? navigator.language
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function keepLang(lang: Lang): void {
  localStorage.setItem(langKey, lang)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
