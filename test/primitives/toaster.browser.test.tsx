import '../../src/styles/index.css'
import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { useNotices } from '../../src/primitives/roster-ui/useNotices.ts'
import { Toaster } from '../../src/primitives/toaster/Toaster.tsx'

const action = { label: 'Undo', onAction: () => undefined }

function Toasting({ duration, place }: { duration: number | undefined; place: string }) {
  const { toast } = useNotices()
  return (
    <>
      <button type="button" onClick={() => toast({ text: 'Deleted', action, duration })}>
        Delete
      </button>
      <Toaster key={place} />
    </>
  )
}

const aPage = (duration?: number, place = 'here') => (
  <RosterUI>
    <Toasting duration={duration} place={place} />
  </RosterUI>
)

const undo = page.getByRole('button', { name: 'Undo' })

it('a toast whose action has an end leaves at that end, although it has the focus and the pointer', async () => {
  await render(aPage(1_500))
  await page.getByRole('button', { name: 'Delete' }).click()
  await undo.hover()
  ;(await undo.findElement()).focus()
  await expect.element(undo, { timeout: 10_000 }).not.toBeInTheDocument()
})

it('a toast keeps its end when it is shown in another place', async () => {
  const now = vi.spyOn(performance, 'now')
  const before = now.getMockImplementation()
  const begin = performance.now()
  now.mockImplementation(() => begin)
  const { rerender } = await render(aPage(600_000))
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(undo).toBeVisible()
  now.mockImplementation(() => begin + 600_000)
  await rerender(aPage(600_000, 'there'))
  await expect.element(undo).not.toBeInTheDocument()
  if (before) now.mockImplementation(before)
  now.mockRestore()
})

it('another toast stays while the focus is on it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await render(aPage())
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(undo).toBeVisible()
  ;(await undo.findElement()).focus()
  await vi.advanceTimersByTimeAsync(60_000)
  await expect.element(undo).toBeVisible()
  vi.useRealTimers()
})

it.each(['window', 'dock'] as const)(
  'more toasts than fit into a small window can all be reached, the latest one first (%s)',
  async (placement) => {
    await page.viewport(320, 256)
    const Failing = () => {
      const { toast } = useNotices()
      const fail = () => {
        for (let index = 0; index < 8; index += 1)
          toast({ text: `The role of user ${index} can’t be changed, since it was deleted.`, tone: 'failed' })
      }
      return (
        <>
          <button type="button" onClick={fail}>
            Fail
          </button>
          <div className={placement === 'dock' ? 'roster-page-dock' : undefined}>
            <Toaster placement={placement} />
          </div>
        </>
      )
    }
    const { container } = await render(
      <RosterUI>
        <div className="roster-page" style={{ blockSize: 256 }}>
          <div className="roster-page-panel">
            <Failing />
          </div>
        </div>
      </RosterUI>,
    )
    container.querySelector('button')?.click()
    const buttons = () => [...container.querySelectorAll<HTMLElement>('.roster-toast button')]
    await expect.poll(() => buttons().length).toBe(8)
    const isSeen = (button: HTMLElement) => {
      const { top, bottom, left, right } = button.getBoundingClientRect()
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return top >= 0 && bottom <= 256 && hit?.closest('button') === button
    }
    expect(isSeen(buttons()[7] as HTMLElement)).toBe(true)
    for (const button of buttons()) {
      button.focus()
      expect(isSeen(button)).toBe(true)
    }
  },
)
