import { afterEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { RadioGroup } from '../../src/primitives/radio-group/RadioGroup.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { SearchField } from '../../src/primitives/search-field/SearchField.tsx'

const options = Array.from({ length: 9 }, (_, index) => ({ value: `${index}`, label: `Option ${index}` }))

afterEach(() => document.querySelector('dialog')?.close())

it('no field submits the form of the host around it, nor is reset with it', async () => {
  const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
  await render(
    <form onSubmit={onSubmit}>
      <RosterUI>
        <SearchField label="Search" value="ada" onValueChange={vi.fn()} />
        <Checkbox aria-label="Check" checked onChange={vi.fn()} />
        <RadioGroup aria-label="Radios" options={options} value="3" onValueChange={vi.fn()} />
        <Filter label="Filter" options={options} value={[]} onValueChange={vi.fn()} />
      </RosterUI>
      <button type="submit">Save</button>
    </form>,
  )
  const press = async (role: 'textbox' | 'checkbox' | 'radio', name: string) => {
    ;(await page.getByRole(role, { name, exact: true }).findElement()).focus()
    await userEvent.keyboard('{Enter}')
  }
  await press('textbox', 'Search')
  await press('checkbox', 'Check')
  await press('radio', 'Option 3')
  await page.getByRole('button', { name: 'Filter' }).click()
  await userEvent.keyboard('{Enter}')
  document.querySelector('form')?.reset()
  expect(onSubmit).not.toHaveBeenCalled()
  await expect.element(page.getByRole('radio', { name: 'Option 3', exact: true })).toBeChecked()
})

it('Escape empties a search and leaves a native dialog of the host open', async () => {
  const onValueChange = vi.fn()
  await render(
    <dialog>
      <SearchField label="Search" value="ada" onValueChange={onValueChange} />
    </dialog>,
  )
  const dialog = document.querySelector('dialog')
  dialog?.showModal()
  ;(await page.getByRole('textbox', { name: 'Search' }).findElement()).focus()
  await userEvent.keyboard('{Escape}')
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('')
  expect(dialog?.open).toBe(true)
})
