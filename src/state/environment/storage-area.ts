import { page } from './page.ts'

/** Keeps texts by key. `localStorage` and `sessionStorage` are such areas. */
export interface StorageArea {
  /** Returns the value of a key, or `null`. May throw, which counts as `null`. */
  getItem(key: string): string | null
  /** Stores a value. May throw, such as when the storage is full. */
  setItem(key: string, value: string): void
  /** Removes a key. May throw. */
  removeItem(key: string): void
  /** Whether other windows read what is written here. @default true */
  isShared?(): boolean
}

/** A key that is written to see whether that is possible. */
const probe = 'roster.probe'

/** An area of the browser. What the browser refuses to keep stays in memory until the page is closed. */
export function createStorageArea(read: () => StorageArea | undefined): StorageArea {
  const refused = new Map<string, string>()

  function attempt<Value>(use: (storage: StorageArea) => Value): Value | undefined {
    try {
      // Reading the property throws if a person or a policy denies storage.
      const storage = read()
      return storage ? use(storage) : undefined
    } catch {
      return undefined
    }
  }

  return {
    getItem: (key) => refused.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    setItem(key, value) {
      const isKept = attempt((storage) => {
        storage.setItem(key, value)
        // Some browsers and extensions drop what is written without an error.
        return storage.getItem(key) === value
      })
      if (isKept) refused.delete(key)
      else refused.set(key, value)
    },
    removeItem(key) {
      refused.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
    isShared: () =>
      attempt((storage) => {
        storage.setItem(probe, '')
        storage.removeItem(probe)
        return true
      }) === true,
  }
}

/** The browser's `localStorage`. */
export const browserStorage: StorageArea = createStorageArea(() => page.window?.localStorage)
