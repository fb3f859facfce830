import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { Dialog } from '../../src/primitives/dialog/Dialog.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { Toaster } from '../../src/primitives/toaster/Toaster.tsx'

const layer = vi.hoisted(() => ({ load: vi.fn<() => Promise<void>>(), get: vi.fn() }))
vi.mock('../../src/primitives/dialog/modal-layer.ts', () => ({
  modalLayer: { ...layer, subscribe: () => () => undefined },
}))

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <RosterUI>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <p>{open ? 'open' : 'closed'}</p>
      <Dialog open={open} onOpenChange={setOpen} title="Invite" />
      <Toaster />
    </RosterUI>
  )
}

it('a closed dialog loads its layer when the browser is idle', async () => {
  layer.load.mockReset().mockResolvedValue(undefined)
  await render(<Page />)
  await expect.poll(() => layer.load).toHaveBeenCalledOnce()
})

it('a closed dialog loads its layer soon in a browser that cannot say when it is idle', async () => {
  layer.load.mockReset().mockResolvedValue(undefined)
  vi.stubGlobal('requestIdleCallback', undefined)
  await render(<Page />)
  await expect.poll(() => layer.load).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
