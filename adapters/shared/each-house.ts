import type { House } from '../../src/platform/house.ts'

/** Made once for each house, when it is first asked for. */
export function onceEach<T>(make: (house: House) => T): (house: House) => T {
  const made = new WeakMap<House, { readonly one: T }>()
  return house => {
    const found = made.get(house) ?? { one: make(house) }
    made.set(house, found)
    return found.one
  }
}
