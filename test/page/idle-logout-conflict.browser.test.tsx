import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPolicyPage, bar, choose, on, radio } from './a-policy-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const button = (name: string) => page.getByRole('button', { name, exact: true })

describe('a change of idle logout, while someone else changes it', () => {
  it('shows theirs and yours when someone else saves first, and overwrites only what was shown', async () => {
    const { puts, saveElsewhere, stack } = await aPolicyPage()
    const { rev: before } = (await stack.api.idleLogout?.get()) ?? {}
    await choose('10 minutes')
    await saveElsewhere(30)
    await expect.element(bar.getByText('Someone else has changed idle logout')).toBeVisible()
    await expect.element(bar.getByText('Theirs: 30 minutes')).toBeVisible()
    await expect.element(bar.getByText('Yours: 10 minutes')).toBeVisible()
    await button('Save mine').click()
    await expect.poll(() => bar.elements()).toEqual([])
    const versions = puts().map(({ headers }) => headers.get('if-match'))
    expect(versions.at(-1)).not.toBe(`"${before}"`)
    expect(await stack.api.idleLogout?.get()).toMatchObject({ enabled: true, timeoutMinutes: 10 })
  })

  it('keeps theirs on request', async () => {
    const { saveElsewhere, stack } = await aPolicyPage()
    await choose('10 minutes')
    await saveElsewhere(30)
    await button('Use theirs').click()
    await expect.element(radio('30 minutes')).toBeChecked()
    expect(bar.elements()).toEqual([])
    expect(await stack.api.idleLogout?.get()).toMatchObject({ timeoutMinutes: 30 })
  })

  it('has no conflict left when someone else saves what was there before, or the same', async () => {
    const { saveElsewhere, puts, stack } = await aPolicyPage()
    await choose('10 minutes')
    await saveElsewhere(30)
    await expect.element(button('Save mine')).toBeVisible()
    await saveElsewhere(15, false)
    await expect.element(bar.getByText('Not saved')).toBeVisible()
    await button('Save').click()
    await expect.poll(() => bar.elements()).toEqual([])
    const { rev } = (await stack.api.idleLogout?.get()) ?? {}
    expect(puts().at(-1)?.headers.get('if-match')).not.toBe(`"${rev}"`)
    await radio('30 minutes').click()
    await expect.element(bar.getByText('10 minutes → 30 minutes')).toBeVisible()
    await saveElsewhere(30)
    await expect.poll(() => bar.elements()).toEqual([])
  })

  it('brings back nothing that was no change, or that someone else has saved too', async () => {
    const { saveElsewhere, stack } = await aPolicyPage()
    const current = async () => (await stack.api.idleLogout?.get())?.timeoutMinutes
    await choose('30 minutes')
    await on.click()
    await saveElsewhere(10)
    await expect.element(radio('10 minutes')).toBeChecked()
    expect(bar.elements()).toEqual([])

    await radio('30 minutes').click()
    await expect.element(bar.getByText('10 minutes → 30 minutes')).toBeVisible()
    await saveElsewhere(30)
    await expect.poll(() => bar.elements()).toEqual([])
    await saveElsewhere(15)
    await expect.element(radio('15 minutes')).toBeChecked()
    expect(bar.elements()).toEqual([])
    expect(await current()).toBe(15)
  })

  it('keeps what was saved before, if it is chosen again while a change of it is saved', async () => {
    const { stack } = await aPolicyPage()
    await choose('10 minutes')
    const release = stack.hold()
    await button('Save').click()
    await on.click()
    release()
    await expect.element(bar.getByText('Not saved')).toBeVisible()
    await button('Save').click()
    await expect.poll(() => bar.elements()).toEqual([])
    expect(await stack.api.idleLogout?.get()).toMatchObject({ enabled: false })
  })

  it('offers what was saved before as a choice against theirs', async () => {
    const { saveElsewhere, stack } = await aPolicyPage()
    await choose('10 minutes')
    await saveElsewhere(30)
    await expect.element(bar.getByText('Theirs: 30 minutes')).toBeVisible()
    await on.click()
    await expect.element(bar.getByText('Theirs: 30 minutes')).toBeVisible()
    await button('Save mine').click()
    await expect.poll(() => bar.elements()).toEqual([])
    expect(await stack.api.idleLogout?.get()).toMatchObject({ enabled: false })
  })
})
