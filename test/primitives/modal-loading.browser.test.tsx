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

it('a closed dialog loads its layer on a page that is never idle', async () => {
  layer.load.mockReset().mockResolvedValue(undefined)
  // A busy browser runs the task only when its deadline is over; without a deadline it never does.
  const busy = (task: () => void, { timeout = 0 }: IdleRequestOptions = {}) =>
    timeout > 0 ? window.setTimeout(task, 0) : 0
  vi.stubGlobal('requestIdleCallback', busy)
  await render(<Page />)
  await expect.poll(() => layer.load).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
