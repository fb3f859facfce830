import { expect, it } from 'vitest'
import { pressesThatAct } from './press-composed.ts'

it('a key of an input method that acts would be found', async () => {
  const form = document.createElement('div')
  form.innerHTML = '<input class="prevents"><input class="writes"><input class="moves">'
  document.body.append(form)
  const on = (name: string, act: (event: KeyboardEvent) => void) =>
    form.querySelector<HTMLElement>(`.${name}`)?.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') act(event)
    })
  on('prevents', (event) => event.preventDefault())
  on('writes', () => queueMicrotask(() => form.setAttribute('title', 'Sent')))
  on('moves', () => form.querySelector('input')?.focus())
  const found = await pressesThatAct(form)
  form.remove()
  expect(found.filter((press) => press.startsWith('Enter'))).toEqual(
    ['prevents', 'writes', 'moves'].map((name) => `Enter on <input class="${name}">`),
  )
})
