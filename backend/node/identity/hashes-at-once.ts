/** Half of Node's thread pool, so that files and host names can still be looked up, and all cores but one. */
export const hashesAtOnce = (threads: number, cores: number): number =>
  Math.max(1, Math.min(Math.floor(threads / 2), cores - 1))
