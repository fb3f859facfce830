import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { copyFilledDemo } from './copy-filled-demo.ts'
import { type DemoProcess, startDemo } from './start-demo.ts'

/** An account of the demo with a password. */
export interface Account {
  name: string
  email: string
  password: string
}

export const amara: Account = {
  name: 'Amara Okafor',
  email: 'amara.okafor@acme.example',
  password: 'amber-lantern-42',
}
export const yuki: Account = {
  name: 'Yuki Tanaka',
  email: 'yuki.tanaka@acme.example',
  password: 'silver-meadow-63',
}
export const mateo: Account = {
  name: 'Mateo Fernández Ruiz',
  email: 'mateo.fernandez@acme.example',
  password: 'copper-harbour-17',
}

/** Calls a function after the test. A concurrent test passes that of its context. */
type Finished = (end: () => Promise<void>) => void

/**
 * A demo for a file of tests, and browsers that open it. Settings that need a server, or data in its folder, are
 * prepared before it starts.
 */
export function aDemo(
  environment: Record<string, string> | ((folder: string) => Promise<Record<string, string>>) = {},
) {
  let folder: string
  let demo: DemoProcess
  let browser: Browser
  let address: string
  let settings: Record<string, string> = {}

  beforeAll(async () => {
    folder = await copyFilledDemo()
    settings = typeof environment === 'function' ? await environment(folder) : environment
    demo = startDemo({ ...settings, ROSTER_DATA: folder, PORT: '0' })
    const launched = chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
    ;[address, browser] = await Promise.all([demo.address, launched])
  })

  afterAll(async () => {
    await browser?.close()
    await demo.interrupt()
  })

  /** Opens a tab of a new browser. Its script errors fail the test. */
  async function openTab(path = '/', finished: Finished = onTestFinished): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    const page = await context.newPage()
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    finished(async () => {
      await context.close()
      expect(errors).toEqual([])
    })
    await page.goto(address + path)
    return page
  }

  async function openAs(person: Account, path?: string, finished: Finished = onTestFinished) {
    const page = await openTab(path, finished)
    await fillIn(page, person)
    await page.getByRole('heading', { name: 'Users' }).waitFor()
    return page
  }

  /** Kills the server without notice, and starts it again on the same port and data. */
  async function killAndRestart() {
    await demo.kill()
    demo = startDemo({ ...settings, ROSTER_DATA: folder, PORT: new URL(address).port })
    await demo.address
  }

  return { openTab, openAs, killAndRestart, address: () => address, folder: () => folder }
}

/** Fills in and sends the sign-in form. */
export async function fillIn(page: Page, { email, password }: Omit<Account, 'name'>) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export const counted = (page: Page) => page.locator('.roster-count').textContent()
export const names = (page: Page) => page.locator('.roster-user-name').allTextContents()
export const search = (page: Page) => page.getByRole('textbox', { name: 'Search users' })
