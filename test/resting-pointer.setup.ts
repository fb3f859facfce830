import { beforeAll } from 'vitest'
import { cdp } from 'vitest/browser'

/** The page is that of earlier files, whose pointer may rest where a tooltip opens: Escape would close that first. */
beforeAll(async () => {
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 })
})
