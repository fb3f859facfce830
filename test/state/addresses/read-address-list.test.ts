import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddressList, type TextSource } from '../../../src/state/addresses/read-address-list.ts'
import { cpuTime } from '../../cpu-time.ts'

const read = (text: string) => {
  const { addresses, named, lines } = readAddressList(text)
  const shown = addresses.map((reading) => (reading.ok ? reading.address.typed : `✗ ${reading.typed}`))
  return { shown, named: named.map(({ line, text }) => `${line} ${text}`), lines }
}

const people = (...names: string[]) => names.map((name) => `${name}@x.org`)

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
    ['Lovelace, Ada (ada@x.org)', ['ada@x.org']],
    ['Ada (ada@home) <ada@x.org>', ['ada@x.org']],
    ['"Lovelace, Ada" (ada@x.org)', ['ada@x.org']],
    ["o'brien@x.org, 'x@x.org", ["o'brien@x.org", "'x@x.org"]],
    ['- ada@x.org', ['ada@x.org']],
    ['12. ada@x.org', ['ada@x.org']],
    ['-anna@x.org, +lab@x.org', ['-anna@x.org', '+lab@x.org']],
    ['\u202aada@x.org\u202c, \u200fbob@x.org', ['ada@x.org', 'bob@x.org']],
    ['"ada@x.org","bob@x.org"', ['ada@x.org', 'bob@x.org']],
    ['ada＠x.org bob@x.org', ['ada＠x.org', 'bob@x.org']],
    // Signs of other scripts and of word processors.
    ['＜ada@x.org＞；〈bob@x.org〉', ['ada@x.org', 'bob@x.org']],
    ['ada@x.org، bob@x.org؛ grace@x.org', ['ada@x.org', 'bob@x.org', 'grace@x.org']],
    ['“Lovelace, Ada” <ada@x.org>; „Иванов, Иван“ <ivan@x.org>', ['ada@x.org', 'ivan@x.org']],
    ['“ada@x.org”, ‘bob@x.org’, «grace@x.org», 《ali@x.org》', people('ada', 'bob', 'grace', 'ali')],
    ['（ada@x.org）【bob@x.org】', people('ada', 'bob')],
    ['收件人：ada@x.org。', ['ada@x.org']],
    ['ada＠x。org．', ['ada＠x。org']],
    ['\u200e<ada@x.org>\u200f; \ufeffbob@x.org \u200b', people('ada', 'bob')],
    ['\u200eTo: ada@x.org', ['ada@x.org']],
    ['ada@x.org\u00a0bob@x.org \u200f grace@x.org\u3000ali@x.org', people('ada', 'bob', 'grace', 'ali')],
    ['\u200b\u200e', []],
    // Links, and quotes and brackets inside each other.
    ['To:ada@x.org; https://ada@x.org/x', ['ada@x.org', '✗ https://ada@x.org/x']],
    ['mailto:ada%2Btag@x.org', ['ada+tag@x.org']],
    ['[ada@x.org](mailto:ada@x.org)', ['ada@x.org']],
    ['<"ada@x.org">, <\'bob@x.org\'>, "<grace@x.org>"', people('ada', 'bob', 'grace')],
    ['"Lovelace, Ada <ada@x.org>; bob@x.org"', people('ada', 'bob')],
    ['<ada@x.org, bob@x.org>', people('ada', 'bob')],
    ['> ada@x.org', ['ada@x.org']],
    // No address is lost beside another one.
    ['ada@x.org Bob <bob@x.org>', people('ada', 'bob')],
    ['"ada@x.org" "bob@x.org"', people('ada', 'bob')],
    ['ada@x.org (bob@x.org)', people('ada', 'bob')],
    ['mailto:ada@x.org?cc=bob@x.org', ['✗ mailto:ada@x.org?cc=bob@x.org']],
    // One row of a spreadsheet.
    ['Lovelace\tAda\tada@x.org\tNorth\n', ['ada@x.org']],
    ['Lovelace\tAda\tNorth', ['✗ Lovelace', '✗ Ada', '✗ North']],
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

  it('takes the guard of our export off a cell that is pasted alone, and off no typed text (B17)', () => {
    const typed = (text: string, source: TextSource) =>
      readAddressList(text, source).addresses.map((reading) => reading.ok && reading.address.typed)
    expect(typed("'-anna@example.com", 'pasted')).toEqual(['-anna@example.com'])
    expect(typed("'-anna@example.com", 'typed')).toEqual(["'-anna@example.com"])
    expect(typed("''=anna@example.com", 'cell')).toEqual(["''=anna@example.com"])
    expect(typed("'-anna@x.org\n'+lab@x.org", 'typed')).toEqual(['-anna@x.org', '+lab@x.org'])
  })

  it('finds every address between any names and signs', () => {
    const email = fc.integer({ min: 0, max: 999 }).map((number) => `p${number}@x.org`)
    const word = fc.constantFrom(
      '',
      'Ada',
      'Lovelace, Ada',
      '“Ada”',
      '"Lovelace, Ada"',
      "O'Neill",
      'Ада',
      '张伟',
    )
    const sign = fc.constantFrom(', ', '; ', '，', '；', '、', '،', '؛ ', '\n', '\t', ',\u00a0', ';\u200f')
    const around = fc.constantFrom(
      '<>',
      '＜＞',
      '〈〉',
      '""',
      '“”',
      '«»',
      '「」',
      "''",
      '()',
      '（）',
      '[]',
      '【】',
    )
    const mention = fc.tuple(word, around, email).map(([name, pair, address]) => ({
      address,
      text: `${/[<＜〈]/.test(pair) ? `${name} ` : ''}${pair.charAt(0)}${address}${pair.charAt(1)}`,
    }))
    fc.assert(
      fc.property(fc.array(fc.tuple(mention, sign), { minLength: 1, maxLength: 8 }), (mentions) => {
        const text = mentions.map(([{ text }, end]) => text + end).join('')
        expect(read(text).shown, text).toEqual(mentions.map(([{ address }]) => address))
      }),
      { seed: 15, numRuns: 300 },
    )
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

  it.each([
    '"',
    '(',
    '<',
    '<a@',
    ',',
    '@',
    'a@b ',
    ' ',
    '\\"',
    "'",
    'a@b.c?',
    '1. ',
    'a: ',
    '\u200e',
    '“a@b”',
  ])('reads 100,000 times %j at once', (piece) => {
    const text = piece.repeat(100_000 / piece.length)
    const ms = cpuTime(() => {
      readAddressList(text)
      readAddressList(`a@b${text}x`)
    })
    expect(ms).toBeLessThan(8_000)
  })

  it('reads 10,000 lines at once', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Person ${index} <person.${index}@example.org>`,
    )
    const text = lines.join('\n')
    expect(cpuTime(() => expect(readAddressList(text).addresses).toHaveLength(10_000))).toBeLessThan(1_000)
  })
})
