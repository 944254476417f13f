/** Values of an element: text goes into CDATA, numbers stand as they are, lists repeat the element. */
export type Xml = { readonly [name: string]: Value | readonly Value[] }
type Value = string | number | Xml

export function drawnXml(fields: Xml): string {
  return `<xml>${inner(fields)}</xml>`
}

function inner(fields: Xml): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => [value].flat().map(each => element(name, each)))
    .join('')
}

function element(name: string, value: Value): string {
  return `<${name}>${typeof value === 'object' ? inner(value) : typeof value === 'number' ? value : cdata(value)}</${name}>`
}

/** The end mark cannot stand within: the text goes on in a second section. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** The text of the first element of this name, or null. */
export function textIn(xml: string, name: string): string | null {
  const [, content] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml) ?? []
  return content?.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1') ?? null
}
