// Storybook compiles its manager without React's automatic JSX.
import { createElement as element } from 'react'
import { PopoverProvider, ToggleButton } from 'storybook/internal/components'
import { useGlobals } from 'storybook/manager-api'
import { rareGlobals } from './rare-globals.ts'

const settings = Object.entries(rareGlobals)
const firstOf = (items: Record<string, string>) => Object.keys(items)[0]

/** The toolbar's menu with the globals that are changed rarely. */
export function MoreSettings() {
  const [globals, updateGlobals] = useGlobals()
  const chosen = (id: string, items: Record<string, string>) => String(globals[id] ?? firstOf(items))
  const choices = settings.map(([id, { title, items }]) =>
    element(
      'label',
      { key: id, style: { display: 'grid', gap: 4, fontSize: 12 } },
      title,
      element(
        'select',
        {
          value: chosen(id, items),
          onChange: ({ target }: { target: HTMLSelectElement }) => updateGlobals({ [id]: target.value }),
        },
        Object.entries(items).map(([value, text]) => element('option', { key: value, value }, text)),
      ),
    ),
  )
  const isChanged = settings.some(([id, { items }]) => chosen(id, items) !== firstOf(items))
  return element(
    PopoverProvider,
    { padding: 16, popover: element('div', { style: { display: 'grid', gap: 12 } }, choices) },
    element(
      ToggleButton,
      { padding: 'small', variant: 'ghost', pressed: isChanged, ariaLabel: 'More settings' },
      'More',
    ),
  )
}
