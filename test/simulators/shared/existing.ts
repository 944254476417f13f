/** What was looked for; a test that names what is not there has made a mistake. */
export function existing<Found>(found: Found | undefined, nothing: string): Found {
  if (found === undefined) throw new Error(`There is ${nothing}`)
  return found
}
