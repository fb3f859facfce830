import { createLateValue } from './create-late-value.ts'

/** The layer that dialogs and sheets are drawn on, with Radix in it: no first paint needs it. */
export const modalLayer = createLateValue(async () => (await import('./ModalLayer.tsx')).ModalLayer)
