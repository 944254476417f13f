/** The transaction, with the name of every call on it written into `calls`. */
export function counted<T extends object>(target: T, calls: string[], path = ''): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name)
      const at = `${path}${String(name)}`
      if (typeof value === 'function') {
        return (...given: unknown[]) => {
          calls.push(at)
          return Reflect.apply(value, of, given)
        }
      }
      return typeof value === 'object' && value !== null ? counted(value, calls, `${at}.`) : value
    },
  })
}
