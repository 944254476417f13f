/** Made of random bytes, since `crypto.randomUUID` is missing on pages that come over plain HTTP from afar. */
export function newEventId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
