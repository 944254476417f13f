import { createHash } from 'node:crypto'

/** A card's own name: WeCom takes letters, digits and `_-@`, at most 128 of them, and never the same twice from one bot. */
export function taskOf(key: string, card: number): string {
  const [id = '', part = '', ...rest] = key.split(':')
  const plain = /^[\w-]{1,80}$/.test(id) && /^\d{1,4}$/.test(part) && rest.length === 0
  const name = plain ? `${id}@${part}` : createHash('sha256').update(key).digest('hex')
  return `${name}@${card}`
}

/** The delivery key that a card was sent with; null where the name does not tell it. */
export function keyOfTask(task: string): string | null {
  const [, id, part] = /^([\w-]{1,80})@(\d{1,4})@\d+$/.exec(task) ?? []
  return id === undefined || part === undefined ? null : `${id}:${part}`
}
