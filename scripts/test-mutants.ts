import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Fault, FaultyRoom } from './mutants/fault.ts'
import { openSlot, type Slot } from './mutants/open-slot.ts'
import { mistakeIn, readRooms } from './mutants/rooms.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, slots: { type: 'string' } },
})
// The copies are removed as the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const root = fileURLToPath(new URL('..', import.meta.url))
const rooms = (await readRooms()).filter(
  ({ name }) =>
    positionals.length === 0 || positionals.some((part) => name.includes(part.replaceAll('-', ' '))),
)
const faults = rooms.flatMap((room) => room.faults)
const mistakes = faults.flatMap((fault) => mistakeIn(fault) ?? [])
if (faults.length === 0) mistakes.push(`No list of faults matches ${positionals.join(', ')}.`)
for (const mistake of mistakes) console.error(mistake)

if (mistakes.length > 0) process.exitCode = 1
else if (values.check) console.log(`${faults.length} faults fit the code.`)
else process.exitCode = await test()

/** Runs every fault's tests, prints what was not noticed, and returns the exit code. */
async function test(): Promise<number> {
  const count = Math.min(Number(values.slots ?? availableParallelism()), faults.length)
  const slots = Array.from({ length: count }, () => openSlot(root))
  try {
    const broken = await baseline(slots)
    if (broken.length > 0) {
      console.error(`These tests fail without a fault:\n${broken.join('\n')}`)
      return 1
    }
    const missed = new Set<Fault>()
    const waiting = faults.values()
    await Promise.all(
      slots.map(async (slot) => {
        for (const fault of waiting) if (!(await isCaught(slot, fault))) missed.add(fault)
      }),
    )
    return report(missed)
  } finally {
    await Promise.all(slots.map((slot) => slot.close()))
  }
}

/** The tests that fail in an unchanged copy: nothing could be said of a fault by them. */
async function baseline(slots: Slot[]): Promise<string[]> {
  const tests = [...new Set(faults.flatMap((fault) => fault.tests))]
  const waiting = tests.values()
  const failed = await Promise.all(
    slots.map(async (slot) => {
      const own: string[] = []
      for (const file of waiting) own.push(...(await slot.run({ tests: [file] })).failed)
      return own
    }),
  )
  return failed.flat()
}

async function isCaught(slot: Slot, fault: Fault): Promise<boolean> {
  const { failed } = await slot.run({ tests: fault.tests, fault })
  const [first] = failed
  console.log(
    first === undefined
      ? `not noticed: ${fault.file}: ${fault.why}`
      : `caught: ${fault.file}: ${fault.why} (${first})`,
  )
  return first !== undefined
}

/** Prints the table; a room below its floor fails. */
function report(missed: Set<Fault>): number {
  const rows = rooms.map((room) => {
    const caught = room.faults.filter((fault) => !missed.has(fault)).length
    return {
      room: room.name,
      caught,
      of: room.faults.length,
      percent: percent(caught, room),
      floor: room.floor,
    }
  })
  console.table(rows)
  for (const { file, from, to, why } of missed)
    console.log(`${file}: ${why}\n  - ${from.trim()}\n  + ${to.trim()}`)
  const low = rows.filter((row) => row.percent < row.floor)
  for (const row of low) console.error(`${row.room} catches ${row.percent} %, and must catch ${row.floor} %.`)
  return low.length > 0 ? 1 : 0
}

function percent(caught: number, { faults: own }: FaultyRoom) {
  return own.length === 0 ? 100 : Math.floor((1_000 * caught) / own.length) / 10
}
