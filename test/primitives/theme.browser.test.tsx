import '../../src/styles/index.css'
import type { CSSProperties } from 'react'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from '../../src/primitives/button/Button.tsx'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'
import { RosterUI, type RosterUIProps } from '../../src/primitives/roster-ui/RosterUI.tsx'

const prefer = (value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })

const dark = 'dark'
const light = 'light'

/** Whether the text of a button is lighter than half, as on a dark page. */
async function looksDark(host: CSSProperties, props: RosterUIProps = {}) {
  const { container } = await render(
    <div style={host}>
      <RosterUI {...props}>
        <Button>Save</Button>
      </RosterUI>
    </div>,
  )
  return isLight(container.querySelector('.roster-root') as Element)
}

/** Whether the text of an element is lighter than half. */
function isLight(element: Element) {
  const { color } = getComputedStyle(element)
  const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0] = canvas.getImageData(0, 0, 1, 1).data
  return red > 128
}

describe('RosterUI on a computer with a dark theme', () => {
  beforeEach(() => prefer(dark))
  afterEach(() => prefer(''))

  it('is light on a page that says nothing of dark themes', async () => {
    expect(await looksDark({})).toBe(false)
    expect(await looksDark({ colorScheme: light })).toBe(false)
  })

  it('is dark on a page that is dark, or follows the system', async () => {
    expect(await looksDark({ colorScheme: dark })).toBe(true)
    expect(await looksDark({ colorScheme: 'light dark' })).toBe(true)
  })

  it('goes by its theme, whatever the page is', async () => {
    expect(await looksDark({ colorScheme: light }, { theme: 'system' })).toBe(true)
    expect(await looksDark({ colorScheme: light }, { theme: 'dark' })).toBe(true)
    expect(await looksDark({ colorScheme: dark }, { theme: 'light' })).toBe(false)
  })
})

describe('RosterUI on a computer with a light theme', () => {
  it('follows a page that turns dark later, also in a dialog that is open', async () => {
    const { container } = await render(
      <RosterUI>
        <ConfirmDialog
          open
          onOpenChange={() => {}}
          title="Leave?"
          text="Nothing is saved."
          confirmLabel="Leave"
          onConfirm={() => {}}
        />
      </RosterUI>,
    )
    const parts = () => [...container.querySelectorAll('.roster-root, .roster-dialog-title')].map(isLight)
    await expect.poll(parts).toEqual([false, false])
    document.documentElement.style.colorScheme = dark
    onTestFinished(() => void document.documentElement.style.removeProperty('color-scheme'))
    expect(parts()).toEqual([true, true])
  })

  it('follows a dark page, and the system only if the theme is `system`', async () => {
    expect(await looksDark({ colorScheme: dark })).toBe(true)
    expect(await looksDark({ colorScheme: dark }, { theme: 'system' })).toBe(false)
  })
})

describe('RosterUI in print', () => {
  beforeEach(() => cdp().send('Emulation.setEmulatedMedia', { media: 'print' }))
  afterEach(() => cdp().send('Emulation.setEmulatedMedia', { media: '' }))

  it('is light, since browsers leave out the dark background', async () => {
    expect(await looksDark({ colorScheme: dark })).toBe(false)
    expect(await looksDark({ colorScheme: light }, { theme: 'dark' })).toBe(false)
  })
})
