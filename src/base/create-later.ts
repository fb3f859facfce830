import { PartLoadError } from './part-load-error.ts'
import { createSubscribable } from './subscribable.ts'

/** A part of the code that is loaded after the first paint. */
export interface Later<Part> {
  subscribe(listener: () => void): () => void
  /** Returns the part, or undefined until it is loaded. */
  get(): Part | undefined
  /** Loads the part once. After a failure the next call imports it again, which `React.lazy` doesn't. */
  load(): Promise<Part>
}

/** Creates a part that is loaded by an `import()`. */
export function createLater<Part>(importPart: () => Promise<Part>): Later<Part> {
  const { subscribe, notify } = createSubscribable()
  let part: Part | undefined
  let loading: Promise<Part> | undefined

  return {
    subscribe,
    get: () => part,
    load() {
      loading ??= importPart().then(
        (loaded) => {
          part = loaded
          notify()
          return loaded
        },
        (cause: unknown) => {
          loading = undefined
          throw new PartLoadError(cause)
        },
      )
      return loading
    },
  }
}
