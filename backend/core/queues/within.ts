/** Work of the product took too long. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/**
 * Waits for work of the product, and rejects with {@link TookTooLong} after some ms. A request that waited longer would
 * keep its place in its session's queue.
 */
export async function within<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new TookTooLong(`No result after ${ms} ms.`)), ms)
  try {
    return await Promise.race([work(), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
