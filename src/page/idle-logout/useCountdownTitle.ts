import { useEffect, useRef } from 'react'

/** Shows a text before the document's title, and gives the title back afterwards, also if the host has changed it. */
export function useCountdownTitle(text: string | null): void {
  const shown = useRef<{ title: string; original: string }>(undefined)
  useEffect(() => {
    const before = shown.current
    const original = before && document.title === before.title ? before.original : document.title
    if (text === null) {
      if (before) document.title = original
      shown.current = undefined
      return
    }
    const title = original ? `${text} · ${original}` : text
    document.title = title
    shown.current = { title, original }
  }, [text])
  useEffect(
    () => () => {
      if (shown.current && document.title === shown.current.title) document.title = shown.current.original
      shown.current = undefined
    },
    [],
  )
}
