import { beforeAll, describe, expect, it } from 'vitest'
import { laterChanges } from '../../src/state/live/later-changes.ts'
import { severalWindows } from './several-windows.ts'

type Windows = ReturnType<typeof severalWindows>

const openAll = async ({ openWindow }: Windows, sessions: readonly string[]) => {
  const windows: Awaited<ReturnType<typeof openWindow>>[] = []
  for (const session of sessions) windows.push(await openWindow(session))
  return windows
}

const seven = Array<string>(7).fill('s1')

/** The longest time (ms) between two polls, and time for the second one's response. */
const onePoll = 11_000

beforeAll(async () => {
  await laterChanges.load()
})

describe('the windows of a browser', () => {
  it('share one stream, and all of them notice a change at once', async () => {
    const browser = severalWindows()
    const windows = await openAll(browser, seven)
    expect(browser.streams()).toBe(1)
    for (const window of windows) window.asked()
    const revision = await browser.happens()
    for (const { heard, asked } of windows) expect([heard, asked()]).toEqual([[revision], []])
    await browser.pass(60_000)
    expect(windows.flatMap(({ asked }) => asked())).toEqual([])
    expect(browser.most()).toBe(1)
  })

  it('that are opened at the same moment share one stream too', async () => {
    const browser = severalWindows()
    await Promise.all(seven.map((session) => browser.openWindow(session)))
    await browser.pass(1_000)
    expect([browser.streams(), browser.most()]).toEqual([1, 1])
  })

  it('hold three streams at most for all sessions, and poll beyond', async () => {
    const browser = severalWindows()
    const windows = await openAll(browser, ['a', 'b', 'c', 'd', 'e'])
    expect(browser.streams()).toBe(3)
    const revision = await browser.happens()
    expect(windows.map(({ heard }) => heard.length)).toEqual([1, 1, 1, 0, 0])
    await browser.pass(onePoll)
    for (const { heard } of windows) expect(heard).toEqual([revision])
    await windows[0]?.close()
    await browser.pass(onePoll)
    expect([browser.streams(), browser.most()]).toEqual([3, 3])
  })

  it('receive nothing of another account', async () => {
    const browser = severalWindows()
    const [ada, ben] = await openAll(browser, ['ada', 'ben', 'ada', 'ben'])
    const revision = await browser.happens()
    expect([ada?.heard, ben?.heard]).toEqual([[revision], [revision]])
    const named = new Set(browser.sent.map(({ name }) => name))
    expect([...named].every((name) => /ada$|ben$/.test(name))).toBe(true)
    await ben?.close()
    expect(browser.streams()).toBe(2)
  })

  it('hold no lock while they hold a stream', async () => {
    const browser = severalWindows()
    await openAll(browser, seven)
    expect([browser.streams(), [...browser.held]]).toEqual([1, []])
  })
})

describe('a window that holds the stream', () => {
  it.each(['close', 'hide'] as const)('is replaced at once: %s', async (how) => {
    const browser = severalWindows()
    const [first, second, third] = await openAll(browser, ['s1', 's1', 's1'])
    if (how === 'close') await first?.close()
    else await first?.show(false)
    await browser.pass(200)
    expect(browser.streams()).toBe(1)
    const revision = await browser.happens()
    expect([first?.heard, second?.heard, third?.heard]).toEqual([[], [revision], [revision]])
  })

  it.each(['crash', 'freeze'] as const)(
    'is replaced within ten seconds, and nothing is lost: %s',
    async (how) => {
      const browser = severalWindows()
      const [first, second, third] = await openAll(browser, ['s1', 's1', 's1'])
      await browser.pass(60_000)
      await first?.[how]()
      const revision = await browser.happens()
      expect([second?.heard, third?.heard]).toEqual([[], []])
      await browser.pass(10_500)
      expect([second?.heard, third?.heard]).toEqual([[revision], [revision]])
      const next = await browser.happens()
      expect([second?.heard, third?.heard]).toEqual([
        [revision, next],
        [revision, next],
      ])
    },
  )

  it('that was frozen gives way to the one that replaced it, and has missed nothing', async () => {
    const browser = severalWindows()
    const [first, second] = await openAll(browser, ['s1', 's1'])
    first?.freeze()
    const revision = await browser.happens()
    await browser.pass(30_000)
    await first?.thaw()
    await browser.pass(5_000)
    expect(browser.streams()).toBe(1)
    const next = await browser.happens()
    expect([first?.heard, second?.heard]).toEqual([
      [revision, next],
      [revision, next],
    ])
  })
})

describe('a window that is opened late', () => {
  it('misses nothing that happens before its first response', async () => {
    const browser = severalWindows()
    await browser.openWindow()
    const late = await browser.openWindow()
    await late.show(false)
    const release = late.hold()
    await late.show(true)
    const revision = await browser.happens()
    expect(late.heard).toEqual([])
    await release()
    expect(late.heard).toEqual([revision])
  })

  it('that was hidden catches up', async () => {
    const browser = severalWindows()
    await browser.openWindow()
    const late = await browser.openWindow()
    await late.show(false)
    const revision = await browser.happens()
    await late.show(true)
    expect(late.heard).toEqual([revision])
    expect(browser.streams()).toBe(1)
  })
})

describe('a browser that lacks something', () => {
  it('without channels: three windows hold a stream, and the others poll', async () => {
    const browser = severalWindows({ hasChannel: false })
    const windows = await openAll(browser, seven)
    expect(browser.streams()).toBe(3)
    const revision = await browser.happens()
    await browser.pass(onePoll)
    for (const { heard } of windows) expect(heard).toEqual([revision])
    expect(browser.most()).toBe(3)
  })

  it('without a storage that windows share: all of them poll', async () => {
    const browser = severalWindows({ hasStorage: false })
    const windows = await openAll(browser, seven)
    const revision = await browser.happens()
    await browser.pass(onePoll)
    for (const { heard } of windows) expect(heard).toEqual([revision])
    expect(browser.most()).toBe(0)
  })

  it('with a clock that was set back: a slot that a dead window wrote before is free', async () => {
    const browser = severalWindows()
    for (const slot of [0, 1, 2])
      browser.stored.set(`roster.live.${slot}`, `dead acme.s1 ${Date.UTC(2026, 0, 5, 1)}`)
    await browser.openWindow()
    expect(browser.streams()).toBe(1)
  })

  it('without a key of the session: no window informs another', async () => {
    const browser = severalWindows()
    const windows = await openAll(browser, ['', ''])
    const revision = await browser.happens()
    expect(windows.map(({ heard }) => heard)).toEqual([[revision], [revision]])
    expect(browser.sent).toEqual([])
  })

  it.each([7, null, { after: 1 }, { after: 100, revision: 101, events: [{ revision: 101, ids: [{}] }] }])(
    'messages that no window sends change nothing: %j',
    async (message) => {
      const browser = severalWindows()
      const window = await browser.openWindow()
      const channel = browser.parts().channel.open('roster.live.acme.s1')
      channel.post(message)
      await browser.rest()
      expect(window.heard).toEqual([])
    },
  )
})

describe('random programs', () => {
  /** A generator of numbers below 1 that repeats from its seed. */
  const numbersFrom = (seed: number) => {
    let state = seed
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
  }

  it.each([1, 2, 3, 4, 5, 6])('every window notices every change once: seed %i', async (seed) => {
    const random = numbersFrom(seed)
    const browser = severalWindows()
    const windows: {
      window: Awaited<ReturnType<typeof browser.openWindow>>
      missed: number[]
      isOpen: boolean
    }[] = []
    const alive = () => windows.filter(({ isOpen }) => isOpen)
    for (let step = 0; step < 40; step += 1) {
      const some = alive()[Math.floor(random() * alive().length)]
      const choice = Math.floor(random() * 9)
      if (!some || (choice === 0 && alive().length < 5))
        windows.push({ window: await browser.openWindow(), missed: [], isOpen: true })
      else if (choice === 1) {
        some.isOpen = false
        await some.window.close()
      } else if (choice === 2) {
        some.isOpen = false
        await some.window.crash()
      } else if (choice === 3) await some.window.show(false)
      else if (choice === 4) await some.window.show(true)
      else if (choice === 5) some.window.freeze()
      else if (choice === 6) await some.window.thaw()
      else if (choice === 7) await browser.pass(random() * 12_000)
      else {
        const revision = await browser.happens()
        for (const { missed } of alive()) missed.push(revision)
      }
    }
    for (const { window } of alive()) {
      await window.thaw()
      await window.show(true)
    }
    await browser.pass(12_000)
    for (const { window, missed } of alive()) expect(window.heard).toEqual(missed)
    expect(browser.streams()).toBeLessThanOrEqual(1)
  })
})
