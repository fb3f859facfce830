import { createLater } from '../../base/create-later.ts'
import { modalLayer } from '../../primitives/dialog/modal-layer.ts'

/** The sheet of order and filters, with the layer that it is in. No first paint needs them. */
export const openFilters = createLater(async () => {
  const [{ OpenFilters }] = await Promise.all([import('./OpenFilters.tsx'), modalLayer.load()])
  return OpenFilters
})
