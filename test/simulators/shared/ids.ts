/** Ids that no other simulator gave: a database may outlive one. */
export function createIds(startedAt: number): (prefix: string) => string {
  let given = 0
  const start = startedAt.toString(36)
  return prefix => `${prefix}${start}${(++given).toString(36).padStart(4, '0')}`
}
