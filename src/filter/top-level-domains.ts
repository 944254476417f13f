/** Ends of domains that people give as they are, without http. */
const plainEnds = new Set(
  (
    'com net org info biz edu gov mil int app dev xyz top vip shop store online site club tech icu ltd cloud blog ' +
    'fun pro asia mobi wang ren xin red pub group world space website press host design art ' +
    'games game bid loan win party trade stream download racing science click buzz cyou ' +
    'cn hk tw mo jp kr sg uk eu de fr nl be ch es pt se dk fi pl cz ru ua tr ca au nz br mx ar cl za il ae sa th vn ph ' +
    'io co ai tv cc gg gl ly fm la ws tk ml cf ga gq su kz lt lv ee ro hu gr ie xn--fiqs8s xn--55qx5d xn--io0a7i'
  ).split(' '),
)

/** These are also words, or the ends of file names: alone they say little, and with a path behind them they are an address. */
const doubtfulEnds = new Set(
  (
    'me in is it no so to at us my by am do as im md py rs sh pl ps zip mov ms ac ' +
    'name email page today date review work live team chat men link video news id'
  ).split(' '),
)

export const isPlainEnd = (label: string): boolean => plainEnds.has(label)
export const isDoubtfulEnd = (label: string): boolean => doubtfulEnds.has(label)

/** Under which each country gives names out. */
const shared = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'co', 'mil', 'or', 'ne', 'go'])

/** The part of a host that somebody registered, as far as its ends tell: `shop.example.com.cn` is of `example.com.cn`. */
export function siteOf(host: string): string {
  const labels = host.split('.')
  if (/^\d+$|^\[/.test(labels.at(-1) ?? '') || host.startsWith('[')) return host
  const ofCountry = labels.at(-1)?.length === 2 && shared.has(labels.at(-2) ?? '')
  return labels.slice(ofCountry ? -3 : -2).join('.')
}
