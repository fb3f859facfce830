import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'

it('a question is confirmed once, even by two presses in one turn, and can be confirmed again later', async () => {
  const onConfirm = vi.fn()
  await render(
    <RosterUI>
      <ConfirmDialog
        open
        onOpenChange={() => undefined}
        title="Discard?"
        text="It is lost."
        confirmLabel="Discard"
        onConfirm={onConfirm}
      />
    </RosterUI>,
  )
  const button = await page.getByRole('button', { name: 'Discard' }).findElement()
  if (!(button instanceof HTMLElement)) throw new Error('The button is missing.')
  button.click()
  button.click()
  expect(onConfirm).toHaveBeenCalledOnce()
  await page.getByRole('button', { name: 'Discard' }).click()
  expect(onConfirm).toHaveBeenCalledTimes(2)
})
