import { createSubscribable } from '../../base/subscribable.ts'

/** Something that is loaded when it is needed. */
export interface LateValue<Value> {
  subscribe(listener: () => void): () => void
  /** Undefined until it is loaded. */
  get(): Value | undefined
  /** Loads it once; a load that fails can be tried again. */
  load(): Promise<void>
}

/** Creates a value that is loaded by the given function. */
export function createLateValue<Value>(request: () => Promise<Value>): LateValue<Value> {
  const { subscribe, notify } = createSubscribable()
  let value: Value | undefined
  let loading: Promise<void> | undefined
  return {
    subscribe,
    get: () => value,
    load() {
      loading ??= request().then(
        (loaded) => {
          value = loaded
          notify()
        },
        (error: unknown) => {
          loading = undefined
          throw error
        },
      )
      return loading
    },
  }
}
