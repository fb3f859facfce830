import { useEffect, useRef, useSyncExternalStore } from 'react'
import { modalLayer } from './modal-layer.ts'
import { whenIdle } from './when-idle.ts'

const onServer = () => undefined

/** The layer for a modal; undefined while it loads. It loads at once for an open modal, otherwise when the browser is idle. */
export function useModalLayer(isOpen: boolean, onFailure: () => void) {
  const latestOnFailure = useRef(onFailure)
  useEffect(() => {
    latestOnFailure.current = onFailure
  })
  useEffect(() => {
    if (!isOpen) return whenIdle(() => void modalLayer.load().catch(() => undefined))
    let isCurrent = true
    modalLayer.load().catch(() => {
      if (isCurrent) latestOnFailure.current()
    })
    return () => {
      isCurrent = false
    }
  }, [isOpen])
  return useSyncExternalStore(modalLayer.subscribe, modalLayer.get, onServer)
}
