/**
 * Where nobody listens, for what must be refused at once: a port that only root may open and nothing is known to use.
 * A simulator that was closed is no such place, since the system gives its port to the next who asks. Not port 1: `fetch`
 * refuses that by itself.
 */
export const nobody = '127.0.0.1:2'
