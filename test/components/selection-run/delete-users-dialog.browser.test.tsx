import '../../../src/styles/index.css'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { DeleteUsersDialog } from '../../../src/components/selection-run/DeleteUsersDialog.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { run, selection } from '../../../stories/components/run-data.ts'

beforeEach(() => page.viewport(1_280, 900))

const field = page.getByRole('textbox')
const sentence = page.getByText('Type the number 1,204 as it is shown.')
const cancel = page.getByRole('button', { name: 'Cancel' })

async function aQuestion() {
  const onConfirm = vi.fn()
  const onOpenChange = vi.fn()
  await render(
    <RosterUI>
      <DeleteUsersDialog
        open
        onOpenChange={onOpenChange}
        onConfirm={onConfirm}
        run={run({ selection: selection({ total: 1_204, allowed: 1_204, skipped: [], impact: [] }) })}
      />
    </RosterUI>,
  )
  return { onConfirm, onOpenChange }
}

describe('the typed number of a deletion', () => {
  it.each(['1e3', '0', '12', '-1', 'x', ''])('explains %j after Enter, and deletes no one', async (text) => {
    const { onConfirm } = await aQuestion()
    await field.fill(text)
    await expect.element(sentence).not.toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    await expect.element(sentence).toBeVisible()
    expect(onConfirm).not.toHaveBeenCalled()
  })

  it('explains a wrong text after the field is left, until the text changes', async () => {
    await aQuestion()
    await field.fill('1e3')
    await userEvent.keyboard('{Tab}')
    await expect.element(sentence).toBeVisible()
    await field.fill('1e')
    await expect.element(sentence).not.toBeInTheDocument()
  })

  it('says nothing about a field that was left empty', async () => {
    await aQuestion()
    await field.click()
    await userEvent.keyboard('{Tab}')
    await expect.element(sentence).not.toBeInTheDocument()
  })

  it('cancels by the press that leaves the field: the sentence does not move the button away', async () => {
    const { onOpenChange } = await aQuestion()
    await field.fill('1e3')
    const top = (await cancel.findElement()).getBoundingClientRect().top
    await cancel.click()
    expect(onOpenChange).toHaveBeenCalledWith(false)
    await expect.element(sentence).toBeVisible()
    expect((await cancel.findElement()).getBoundingClientRect().top).toBeCloseTo(top, 0)
  })

  it.each(['1204', '１，２０４', '١٢٠٤', '1\u00ad204'])(
    'takes %j, and confirms once in one turn',
    async (text) => {
      const { onConfirm } = await aQuestion()
      await field.fill(text)
      const button = await page.getByRole('button', { name: 'Delete 1,204 users' }).findElement()
      if (!(button instanceof HTMLElement)) throw new Error('The button is missing.')
      const input = await field.findElement()
      const enter = () => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      enter()
      button.click()
      enter()
      expect(onConfirm).toHaveBeenCalledOnce()
    },
  )
})
