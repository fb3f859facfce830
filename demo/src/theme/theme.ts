import { useSyncExternalStore } from 'react'

/** Light, dark, or the system's theme. */
export const themes = ['system', 'light', 'dark'] as const

/** One of {@link themes}. */
export type Theme = (typeof themes)[number]

const key = 'demo:theme'
const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme === text)

/** The theme of this visit, where the browser denies storage. */
let unstored: Theme | undefined

/** Reads the theme that was chosen in this browser. */
export function readTheme(): Theme {
  if (unstored) return unstored
  try {
    const stored = localStorage.getItem(key)
    return isTheme(stored) ? stored : 'system'
  } catch {
    return 'system'
  }
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Returns the current theme. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, readTheme)

/** Applies a theme and stores it for the next visit. */
export function applyTheme(theme: Theme) {
  try {
    localStorage.setItem(key, theme)
    unstored = undefined
  } catch {
    unstored = theme
  }
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}
