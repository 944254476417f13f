/** Asks until there was an answer, and never again; those who ask meanwhile share it. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return async () => {
    const flight = asked ?? ask()
    asked = flight
    try {
      return await flight
    } catch (error) {
      if (asked === flight) asked = null
      throw error
    }
  }
}

/** Those who ask for the same at the same time share one question. */
export function oneFlight<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const flights = new Map<string, Promise<T>>()
  return key => {
    const flight = flights.get(key) ?? ask(key).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
