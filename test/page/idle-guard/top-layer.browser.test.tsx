import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aGuard, anElement } from './a-guard.tsx'

type Guard = Awaited<ReturnType<typeof aGuard>>

/** A modal dialog of the host, whose text is being written. */
function aHostDialog(parent?: ParentNode) {
  const dialog = anElement('dialog', '<input value="A reply" /><button>Send</button>', parent)
  const send = vi.fn()
  const cancel = vi.fn()
  dialog.querySelector('button')?.addEventListener('click', send)
  dialog.addEventListener('cancel', cancel)
  const input = dialog.querySelector('input')
  return { dialog, input, send, cancel, open: () => dialog.showModal() }
}

/** Whether the warning can be used by pointer and by key, and the page beneath by neither. */
async function expectUsable({ stay, logOut, onPress, hostButton }: Guard) {
  const buttons: Element[] = [await stay.findElement(), await logOut.findElement()]
  await expect.poll(() => buttons.includes(focused())).toBe(true)
  ;(await stay.findElement()).focus()
  await userEvent.keyboard('{Tab}')
  expect(focused()).toBe(await logOut.findElement())
  for (const button of buttons) {
    const { left, top, width, height } = button.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    expect(button.contains(deepest(hit, left + width / 2, top + height / 2))).toBe(true)
  }
  hostButton.focus()
  expect(document.activeElement).not.toBe(hostButton)
  expect(onPress).not.toHaveBeenCalled()
}

const focused = () => document.activeElement ?? document.body

function deepest(hit: Element | null, x: number, y: number): Element | null {
  return hit?.shadowRoot ? hit.shadowRoot.elementFromPoint(x, y) : hit
}

const isGone = (guard: Guard) => expect.poll(() => guard.dialogs().length).toBe(0)

describe('B23: the warning over what a host shows', () => {
  it.each(['pointer', 'key'])('a modal dialog stays as it was, by %s', async (by) => {
    const guard = await aGuard()
    const host = aHostDialog()
    host.open()
    host.input?.setSelectionRange(2, 4)
    await guard.warn()
    await expectUsable(guard)
    if (by === 'pointer') await guard.stay.click()
    else await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}')
    await isGone(guard)
    expect(host.dialog.open).toBe(true)
    expect(document.activeElement).toBe(host.input)
    expect([host.input?.selectionStart, host.input?.value]).toEqual([2, 'A reply'])
    await userEvent.click(host.dialog.querySelector('button') ?? document.body)
    expect(host.send).toHaveBeenCalledOnce()
  })

  it('a modal dialog that is opened while the warning is shown', async () => {
    const guard = await aGuard()
    await guard.warn()
    const host = aHostDialog()
    host.open()
    await expectUsable(guard)
    const nested = aHostDialog(host.dialog)
    nested.open()
    await expectUsable(guard)
    await guard.stay.click()
    await isGone(guard)
    expect([host.dialog.open, nested.dialog.open]).toEqual([true, true])
    expect(document.activeElement).toBe(nested.input)
  })

  it('a modal dialog inside a shadow root', async () => {
    const guard = await aGuard()
    await guard.warn()
    const shadow = anElement('div').attachShadow({ mode: 'open' })
    const host = aHostDialog(shadow)
    host.open()
    await expectUsable(guard)
    await guard.stay.click()
    await isGone(guard)
    expect(host.dialog.open).toBe(true)
    expect(shadow.activeElement).toBe(host.input)
  })

  it('a modal dialog inside a frame', async () => {
    const guard = await aGuard()
    const frame = anElement('iframe')
    const body = frame.contentDocument?.body ?? document.body
    const host = aHostDialog(body)
    host.open()
    frame.focus()
    host.input?.focus()
    await guard.warn()
    await expectUsable(guard)
    await guard.stay.click()
    await isGone(guard)
    expect(host.dialog.open).toBe(true)
    expect([document.activeElement, body.ownerDocument.activeElement]).toEqual([frame, host.input])
  })

  it('a popover that comes later, also inside a shadow root', async () => {
    const guard = await aGuard()
    await guard.warn()
    for (const parent of [document.body, anElement('div').attachShadow({ mode: 'open' })]) {
      const toast = anElement('div', 'Saved', parent)
      toast.popover = 'manual'
      toast.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%'
      toast.showPopover()
      await expectUsable(guard)
      expect(toast.matches(':popover-open')).toBe(true)
    }
  })

  it('a full screen stays with the warning, and is left at the end', async () => {
    const guard = await aGuard()
    const stage = anElement('section', '<button>Play</button>')
    const button = stage.querySelector('button') ?? stage
    button.addEventListener('click', () => void stage.requestFullscreen())
    await userEvent.click(button)
    await expect.poll(() => document.fullscreenElement).toBe(stage)
    await guard.warn()
    await expectUsable(guard)
    expect(document.fullscreenElement).toBe(stage)
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
    await expect.poll(() => document.fullscreenElement).toBeNull()
  })

  it('a page that a dialog of the host made inert and hid is hidden again, unless the host has shown it', async () => {
    for (const closes of [false, true]) {
      const guard = await aGuard()
      const page = guard.container.querySelector<HTMLElement>('[data-page]') ?? guard.container
      page.inert = true
      page.setAttribute('aria-hidden', 'true')
      await guard.warn()
      expect(guard.dialogs()[0]?.closest('[aria-hidden=true]')).toBeNull()
      await expectUsable(guard)
      if (closes) {
        page.inert = false
        page.removeAttribute('aria-hidden')
      }
      ;(await guard.stay.findElement()).focus()
      await userEvent.keyboard('{Enter}')
      await isGone(guard)
      expect([page.inert, page.getAttribute('aria-hidden')]).toEqual(closes ? [false, null] : [true, 'true'])
      await guard.unmount()
    }
  })

  it('keys and presses reach neither the host’s shortcuts nor what closes on a press outside', async () => {
    const guard = await aGuard()
    const host = aHostDialog()
    host.open()
    await guard.warn()
    const seen = vi.fn()
    const types = ['keydown', 'keyup', 'pointerdown', 'mousedown', 'mouseup', 'click']
    for (const type of types) document.addEventListener(type, seen)
    onTestFinished(() => {
      for (const type of types) document.removeEventListener(type, seen)
    })
    await userEvent.keyboard('e{Escape}{Escape}')
    expect(guard.dialogs()).toHaveLength(1)
    await guard.stay.click()
    expect(seen).not.toHaveBeenCalled()
    await isGone(guard)
    expect([host.dialog.open, host.cancel.mock.calls.length]).toEqual([true, 0])
  })

  it('what is copied, pasted, dropped or opened as a menu reaches nothing of the host, and loads no file', async () => {
    const guard = await aGuard()
    await guard.warn()
    const seen = vi.fn()
    const types = ['copy', 'cut', 'paste', 'drop', 'dragover', 'contextmenu', 'auxclick', 'dblclick', 'wheel']
    for (const type of types) document.addEventListener(type, seen)
    onTestFinished(() => {
      for (const type of types) document.removeEventListener(type, seen)
    })
    const stay = await guard.stay.findElement()
    const happens = (type: string) => stay.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
    expect(types.filter((type) => !happens(type))).toEqual(['drop', 'dragover'])
    await userEvent.keyboard('{Control>}c{/Control}')
    expect(seen).not.toHaveBeenCalled()
    await guard.stay.click()
    await isGone(guard)
    stay.ownerDocument.body.dispatchEvent(new Event('copy', { bubbles: true }))
    expect(seen).toHaveBeenCalledTimes(1)
  })
})

describe('B23: the cover at the end', () => {
  it('nothing beneath it can be seen, clicked or tabbed to, whatever is shown later', async () => {
    const guard = await aGuard()
    const visible = anElement('p', 'Card number 4111')
    visible.style.visibility = 'visible'
    const host = aHostDialog()
    host.open()
    const shadow = anElement('div').attachShadow({ mode: 'open' })
    const later = aHostDialog(shadow)
    const toast = anElement('div', 'A message', shadow)
    toast.popover = 'manual'
    await guard.warn()
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
    later.open()
    toast.showPopover()
    await expect.element(guard.signIn).toHaveFocus()
    for (let count = 0; count < 5; count += 1) {
      await userEvent.keyboard('{Tab}')
      expect([await guard.signIn.findElement(), document.body]).toContain(document.activeElement)
    }
    const hidden = { visible, host: host.dialog, later: later.dialog, toast, button: guard.hostButton }
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    expect(Object.entries(hidden).flatMap(([name, element]) => (isSeen(element) ? [name] : []))).toEqual([])
    const rect = document.documentElement.getBoundingClientRect()
    for (const x of [0.1, 0.5, 0.9])
      for (const y of [0.1, 0.5, 0.9]) {
        const hit = document.elementFromPoint(innerWidth * x, Math.min(innerHeight, rect.height) * y)
        expect(hit?.closest('.roster-top-dialog')).not.toBeNull()
      }
    expect(guard.onPress).not.toHaveBeenCalled()
  })

  it('a page whose session goes on is as it was', async () => {
    let answer = (_: { idleRemainingMs: number }) => {}
    const rest = {
      timeoutMs: 600_000,
      warnMs: 60_000,
      absoluteRemainingMs: 3_600_000,
      allowHold: false,
      policyRev: '1',
    }
    let isAsked = false
    let calls = 0
    const get = () => {
      calls += 1
      if (!isAsked) return Promise.resolve({ ...rest, idleRemainingMs: 600_000 })
      return new Promise<typeof rest & { idleRemainingMs: number }>((resolve) => {
        answer = (time) => resolve({ ...rest, ...time })
      })
    }
    const guard = await aGuard({ port: { get } })
    const host = aHostDialog()
    host.open()
    await expect.poll(() => guard.engine.getState().policy.timeoutMs).toBe(600_000)
    isAsked = true
    await guard.warn()
    const before = calls
    guard.end()
    await expect.element(guard.getByRole('alertdialog', { name: /^Checking if/ })).toBeVisible()
    await expect.poll(() => calls).toBeGreaterThan(before)
    expect(host.dialog.checkVisibility({ visibilityProperty: true })).toBe(false)
    answer({ idleRemainingMs: 500_000 })
    await isGone(guard)
    expect(host.dialog.checkVisibility({ visibilityProperty: true })).toBe(true)
    expect([host.dialog.open, document.activeElement]).toEqual([true, host.input])
  })
})
