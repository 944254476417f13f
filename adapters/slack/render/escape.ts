const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** For texts that Slack reads as mrkdwn: nothing in them can become a mention, a link or a command of Slack's. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>]/g, sign => entities[sign] ?? sign)
}

/** Each entity is read once, so `&amp;lt;` is `&lt;`. */
export function unescapeText(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, entity => signs[entity] ?? entity)
}

/** Slack reads the three entities even in plain text, where it wants none written; rich text holds them as they are. */
export function hasEntity(text: string): boolean {
  return /&(?:amp|lt|gt);/.test(text)
}
