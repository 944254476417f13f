/** How patterns are compared with each other. */
export function foldPattern(pattern: string): string {
  return pattern.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/\*+/g, '*').trim()
}

/** Whether a host is `known` or under it. */
export function hostCovers(known: string, host: string): boolean {
  const [above, below] = [known.toLowerCase(), host.toLowerCase()]
  return below === above || below.endsWith(`.${above}`)
}
