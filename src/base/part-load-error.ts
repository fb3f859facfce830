/** Part of the code couldn't be loaded: offline, or a deployment removed its file. */
export class PartLoadError extends Error {
  override name = 'PartLoadError'

  constructor(cause: unknown) {
    super('Part of the page could not be loaded (see docs/part-not-loaded.md).', { cause })
  }
}

/** Compares the name, since two copies of the package may be on one page. */
export const isPartLoadError = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PartLoadError'
