import { describe, expect, it } from 'vitest'
import { readAddressList } from '../../../src/state/addresses/read-address-list.ts'

const read = (text: string) => {
  const { addresses, named, lines } = readAddressList(text)
  const shown = addresses.map((reading) => (reading.ok ? reading.address.typed : `✗ ${reading.typed}`))
  return { shown, named: named.map(({ line, text }) => `${line} ${text}`), lines }
}

describe('a list of addresses', () => {
  it.each<[text: string, shown: string[]]>([
    // V15: a mail client's list, with names that have separators inside.
    [
      'Lovelace, Ada <ada@x.org>; Hopper, Grace (Dept; 3) <grace@x.org>; "Turing, Alan" <alan@x.org>, bob@x.org',
      ['ada@x.org', 'grace@x.org', 'alan@x.org', 'bob@x.org'],
    ],
    ['ada@x.org bob@x.org  grace@x.org', ['ada@x.org', 'bob@x.org', 'grace@x.org']],
    ['ada@x.org,bob@x.org;grace@x.org\tali@x.org', ['ada@x.org', 'bob@x.org', 'grace@x.org', 'ali@x.org']],
    ['ada@x.org，bob@x.org；grace@x.org、ali@x.org', ['ada@x.org', 'bob@x.org', 'grace@x.org', 'ali@x.org']],
    ['ada@x.org, ; ,bob@x.org;', ['ada@x.org', 'bob@x.org']],
    ['bob@x.org, Lovelace, Ada <ada@x.org>', ['bob@x.org', 'ada@x.org']],
    ['Ada <ada@x.org> Grace <grace@x.org>', ['ada@x.org', 'grace@x.org']],
    ['<ada@x.org>,<bob@x.org>', ['ada@x.org', 'bob@x.org']],
    ['ada@x.org <ada@x.org>', ['ada@x.org']],
    ['"ada@home" <ada@x.org>', ['ada@x.org']],
    ['"Lovelace \\"Ada\\", Countess" <ada@x.org>', ['ada@x.org']],
    ["'Lovelace, Ada' <ada@x.org>", ['ada@x.org']],
    ['"Turing, Alan <alan@x.org>', ['alan@x.org']],
    ['Ada Lovelace (work) <ada@x.org> (private)', ['ada@x.org']],
    ['To: Ada <ada@x.org>, bob@x.org', ['ada@x.org', 'bob@x.org']],
    ['To: ada@x.org; Cc: bob@x.org', ['ada@x.org', 'bob@x.org']],
    ['mailto:ada@x.org?subject=Hello', ['ada@x.org']],
    ['<mailto:ada@x.org>', ['ada@x.org']],
    ['(ada@x.org), [bob@x.org].', ['ada@x.org', 'bob@x.org']],
    ["'ada@x.org'", ['ada@x.org']],
    ['Lovelace, Ada (ada@x.org)', ['✗ Lovelace', 'ada@x.org']],
    ['"Lovelace, Ada" (ada@x.org)', ['ada@x.org']],
    ["o'brien@x.org, 'x@x.org", ["o'brien@x.org", "'x@x.org"]],
    ['- ada@x.org', ['ada@x.org']],
    ['12. ada@x.org', ['ada@x.org']],
    ['-anna@x.org, +lab@x.org', ['-anna@x.org', '+lab@x.org']],
    ['\u202aada@x.org\u202c, \u200fbob@x.org', ['ada@x.org', 'bob@x.org']],
    ['"ada@x.org","bob@x.org"', ['ada@x.org', 'bob@x.org']],
    ['ada＠x.org bob@x.org', ['ada＠x.org', 'bob@x.org']],
    // What isn't an address stays, with its reason.
    ['maria, bob@x.org', ['✗ maria', 'bob@x.org']],
    ['maria', ['✗ maria']],
    ['maria.rossi@acme, bob@x.org', ['✗ maria.rossi@acme', 'bob@x.org']],
    ['ada@exa mple.org', ['✗ ada@exa mple.org']],
    ['a da@x.org', ['✗ a da@x.org']],
    ['"ada b"@x.org, bob@x.org', ['✗ "ada b"@x.org', 'bob@x.org']],
    ['ada@@x.org', ['✗ ada@@x.org']],
    ['<ada@>', ['✗ ada@']],
    ['Ada <>', ['✗ Ada <>']],
    ['', []],
    [' \n\t\r\n ', []],
  ])('%j', (text, shown) => {
    expect(read(text).shown).toEqual(shown)
  })

  it('takes the addresses out of the rows of a spreadsheet', () => {
    expect(
      read('Name\tEmail\tTeam\nAda Lovelace\tada@x.org\tNorth\nGrace\tgrace@x.org\t\nAlan\t\tSouth\n'),
    ).toEqual({
      shown: ['ada@x.org', 'grace@x.org'],
      named: ['1 Name\tEmail\tTeam', '4 Alan\t\tSouth'],
      lines: 4,
    })
  })

  it('takes the guard of our export off a column (B17)', () => {
    expect(read("'-anna@x.org\n''=x@x.org\n'o@x.org\n").shown).toEqual([
      '-anna@x.org',
      "'=x@x.org",
      "'o@x.org",
    ])
  })

  it.each(['\n', '\r\n', '\r', '\u2028'])('has its lines apart at %j', (end) => {
    expect(read(['ada@x.org', 'maria', '', 'bob@x.org', ''].join(end))).toEqual({
      shown: ['ada@x.org', 'bob@x.org'],
      named: ['2 maria'],
      lines: 3,
    })
  })

  it('accounts for each line that isn’t blank', () => {
    const kinds = [
      'a@x.org',
      'nobody',
      'b@acme',
      '',
      ' ',
      '<c@x.org>',
      '"',
      '<',
      '@',
      'x, y',
      '(',
      'd@ x.org',
    ]
    for (let seed = 0; seed < kinds.length ** 3; seed += 7) {
      const chosen = [seed, Math.floor(seed / 12), Math.floor(seed / 144)].map((n) => kinds[n % 12] ?? '')
      const { addresses, named, lines } = readAddressList(chosen.join('\n'))
      const blank = chosen.filter((line) => line.trim() === '').length
      expect(lines).toBe(3 - blank)
      if (lines > 1) expect(addresses.length + named.length, JSON.stringify(chosen)).toBe(lines)
    }
  })

  it.each(['"', '(', '<', '<a@', ',', '@', 'a@b ', ' ', '\\"', "'", 'a@b.c?', '1. '])(
    'reads 100,000 times %j at once',
    (piece) => {
      const start = performance.now()
      readAddressList(piece.repeat(100_000 / piece.length))
      expect(performance.now() - start).toBeLessThan(2_000)
    },
  )

  it('reads 10,000 lines at once', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Person ${index} <person.${index}@example.org>`,
    )
    const start = performance.now()
    expect(readAddressList(lines.join('\n')).addresses).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
