import { createLater } from '../../base/create-later.ts'

/** The layer of dialogs and sheets, with Radix in it. No first paint needs it. */
export const modalLayer = createLater(async () => {
  const { ModalLayer } = await import('./ModalLayer.tsx')
  return ModalLayer
})
