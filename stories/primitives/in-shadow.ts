import { within } from 'storybook/test'

/** Queries inside the story's shadow root. */
export function inShadow(canvasElement: HTMLElement) {
  const root = canvasElement.querySelector('[data-testid=host]')?.shadowRoot
  const inner = root?.querySelector<HTMLElement>('.roster-root')
  if (!root || !inner) throw new Error('The story has no shadow root: wrap it in InShadowRoot.')
  return { root, canvas: within(inner) }
}
