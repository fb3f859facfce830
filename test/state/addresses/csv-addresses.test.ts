import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell } from '../../../src/base/csv-guard.ts'
import { readCsvAddresses } from '../../../src/state/addresses/csv-addresses.ts'
import { readCsvFile } from '../../../src/state/addresses/csv-file.ts'
import { cpuTime } from '../../cpu-time.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), !isBigEndian)
  return bytes
}

const open = (content: string | Uint8Array) =>
  readCsvFile('people.csv', typeof content === 'string' ? utf8(content) : content)

const read = (content: string | Uint8Array, column?: number) => {
  const file = open(content)
  const { addresses, named, rowsRead } = readCsvAddresses(file, column ?? file.suggested)
  expect(rowsRead + named.length).toBe(file.rows.length)
  const shown = addresses.map((reading) => (reading.ok ? reading.address.typed : `✗ ${reading.typed}`))
  return { shown, named: named.map(({ line, fault, text }) => `${line} ${fault} ${text}`) }
}

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@x.org`)

describe('a CSV file', () => {
  it('loses no row where an editor has added lines with other ends (V17)', () => {
    const rows = people(8).map((email, index) => `Person ${index},${email}`)
    const text = `${rows.slice(0, 6).join('\r\n')}\r\n${rows.slice(6).join('\n')}\n`
    expect(read(text)).toEqual({ shown: people(8), named: [] })
    expect(read(`Name,Email\r\n${text}`)).toEqual({ shown: people(8), named: [] })
  })

  it.each(['\n', '\r\n', '\r'])('has its lines apart at %j', (end) => {
    expect(read(people(3).join(end)).shown).toEqual(people(3))
  })

  it.each([',', ';', '\t', '|'])('has its cells apart at %j', (delimiter) => {
    const file = open(
      people(3)
        .map((email) => ['Ada', email, 'North'].join(delimiter))
        .join('\n'),
    )
    expect(file).toMatchObject({ delimiter, suggested: 1, hasHeader: false })
  })

  it('may declare what its cells are apart at', () => {
    expect(read('sep=;\nName;Email\n"Ada; Countess";ada@x.org\n').shown).toEqual(['ada@x.org'])
  })

  it.each<[name: string, bytes: Uint8Array, encoding: string]>([
    ['UTF-8', utf8('Name,Email\nZoë,zoe@x.org\n'), 'UTF-8'],
    ['UTF-8 with a mark', utf8('\ufeffName,Email\nZoë,zoe@x.org\n'), 'UTF-8'],
    ['UTF-16 LE with a mark', utf16('\ufeffName,Email\nZoë,zoe@x.org\n', false), 'UTF-16'],
    ['UTF-16 BE with a mark', utf16('\ufeffName,Email\nZoë,zoe@x.org\n', true), 'UTF-16'],
    ['UTF-16 LE', utf16('Name,Email\nZoë,zoe@x.org\n', false), 'UTF-16'],
    ['UTF-16 BE', utf16('Name,Email\nZoë,zoe@x.org\n', true), 'UTF-16'],
    [
      'Windows-1252',
      Uint8Array.from('Name,Email\nZo\xeb,zoe@x.org\n', (letter) => letter.charCodeAt(0)),
      'Windows-1252',
    ],
  ])('is read in %s', (_, bytes, encoding) => {
    const file = open(bytes)
    expect(file).toMatchObject({ encoding, hasHeader: true })
    expect(file.columns).toEqual([
      { index: 0, name: 'Name', samples: ['Zoë'] },
      { index: 1, name: 'Email', samples: ['zoe@x.org'] },
    ])
    expect(read(bytes).shown).toEqual(['zoe@x.org'])
  })

  it('suggests the column with most different addresses', () => {
    const rows = [
      'Name,Manager,Email',
      ...people(4).map((email) => `Ada,lea@x.org,${email}`),
      'Alan,tom@x.org,',
    ]
    expect(open(rows.slice(0, 5).join('\n')).suggested).toBe(2)
    expect(read(rows.join('\n'), 2)).toEqual({ shown: people(4), named: ['6 missing_at '] })
    expect(read(rows.join('\n'), 1).shown).toHaveLength(5)
  })

  it('names each row without an address, with what is wrong', () => {
    const text = [
      'Name;Team;Email',
      'Ada;North;ada@x.org',
      '',
      'Ida;North;on parental leave',
      'Ida Lund;Support EMEA',
      'Maria;North;maria@acme',
      'Alan;South;',
      '"Grace;North;grace@x.org',
      'Joan;North;joan@x.org',
    ].join('\r\n')
    expect(read(text)).toEqual({
      shown: ['ada@x.org', 'joan@x.org'],
      named: [
        '3 empty_line ',
        '4 missing_at on parental leave',
        '5 missing_cells Ida Lund;Support EMEA',
        '6 incomplete_domain maria@acme',
        '7 missing_at ',
        '8 open_quote "Grace;North;grace@x.org',
      ],
    })
  })

  it('has cells with line ends, quotation marks and delimiters inside', () => {
    const text =
      'Name,Email\r\n"Ada\r\nLovelace, ""Countess""",ada@x.org\r\nBob,"bob@x.org\nrob@x.org"\r\nJo,jo@x.org'
    expect(read(text)).toEqual({ shown: ['ada@x.org', 'bob@x.org', 'rob@x.org', 'jo@x.org'], named: [] })
    expect(open(text).rows.map(({ line }) => line)).toEqual([2, 4, 6])
  })

  it('doesn’t lose rows between two quotation marks that aren’t a pair', () => {
    const rows = people(6).map((email) => `Ada,${email}`)
    const { shown, named } = read(
      [...rows.slice(0, 2), '"Ida,ida@x.org', ...rows.slice(2), 'Jo",jo@x.org'].join('\n'),
    )
    expect(shown).toEqual([...people(6), 'jo@x.org'])
    expect(named).toEqual(['3 open_quote "Ida,ida@x.org'])
  })

  it('takes off exactly the guard of our export (B17)', () => {
    const cells = [
      '-anna@example.com',
      '+lab@example.com',
      "'=x@example.com",
      "'o@example.com",
      '=x@example.com',
    ]
    const text = `Name,Email\n${cells.map((cell) => `${guardCell("'=Ada")},${guardCell(cell)}`).join('\r\n')}`
    expect(read(text).shown).toEqual(cells)
    expect(open(text).columns[0]?.samples[0]).toBe("'=Ada")
  })

  it('can be empty', () => {
    expect(open('')).toMatchObject({ rows: [], hasHeader: false })
    expect(open('\n\n').rows).toHaveLength(2)
    expect(read('Name,Team\nAda,North\n').named).toHaveLength(2)
  })

  it.each<[text: string, shown: string[], named: string[]]>([
    ['maria@acme\nada@x.org\nbob@x.org\n', ['ada@x.org', 'bob@x.org'], ['1 incomplete_domain maria@acme']],
    ['Maria,maria@acme\nAda,ada@x.org', ['ada@x.org'], ['1 incomplete_domain maria@acme']],
    ['ada@exa mple.org\nbob@x.org', ['bob@x.org'], ['1 white_space ada@exa mple.org']],
    ['maria＠acme\nbob@x.org', ['bob@x.org'], ['1 incomplete_domain maria＠acme']],
    ['maria.acme.org\nbob@x.org', ['bob@x.org'], ['1 missing_at maria.acme.org']],
    ['Ada,North,\nBob,South,bob@x.org', ['bob@x.org'], ['1 missing_at ']],
    ['Ada,North,none\nBob,North,bob@x.org', ['bob@x.org'], ['1 missing_at none']],
    [
      '"Ida,ida@x.org\nBob,none\nJo,jo@x.org',
      ['jo@x.org'],
      ['1 open_quote "Ida,ida@x.org', '2 missing_at none'],
    ],
  ])('names a first row that isn’t a header: %j (V17)', (text, shown, named) => {
    expect(open(text).hasHeader).toBe(false)
    expect(read(text)).toEqual({ shown, named })
  })

  it.each(['Email', 'E-mail address', 'user.email', 'Adresse', 'メール'])('has the header %j', (name) => {
    expect(open(`Name,${name}\nAda,ada@x.org`)).toMatchObject({ hasHeader: true, suggested: 1 })
    expect(open(`${name}\nada@x.org`)).toMatchObject({ hasHeader: true })
  })

  it.each<[text: string, shown: string[]]>([
    ['ada@x.org;bob@x.org;carl@x.org', ['ada@x.org', 'bob@x.org', 'carl@x.org']],
    [
      'Lovelace, Ada <ada@x.org>; Hopper, Grace <grace@x.org>; bob@x.org',
      ['ada@x.org', 'grace@x.org', 'bob@x.org'],
    ],
    ['"Turing, Alan" <alan@x.org>; bob@x.org\n', ['alan@x.org', 'bob@x.org']],
    ['email\nada@x.org, bob@x.org\ncarl@x.org', ['ada@x.org', 'bob@x.org', 'carl@x.org']],
    [people(150).join(','), people(150)],
    ['Ada,ada@x.org\nBob,bob@x.org,,rob@x.org', ['ada@x.org', 'bob@x.org', 'rob@x.org']],
    ['Name|Email\nAda|ada@x.org|bob@x.org', ['ada@x.org', 'bob@x.org']],
  ])('reads all addresses of a row that fits no columns: %j (V15)', (text, shown) => {
    expect(read(text)).toEqual({ shown, named: [] })
  })

  it('names the rows that have more addresses in other columns (V17)', () => {
    const file = open('Name,Email,Notes\nAda,ada@x.org,also bob@x.org\nJo,jo@x.org,\nIda,,ida@x.org')
    const { further, named } = readCsvAddresses(file, 1)
    expect(further).toEqual([{ line: 2, text: 'also bob@x.org', fault: 'other_column' }])
    expect(named).toMatchObject([{ line: 4 }])
  })

  it('says how many columns the header has for a row with too few cells', () => {
    const text = 'Name;Team;Email\nAda;North;ada@x.org;a;b\nIda;North'
    expect(readCsvAddresses(open(text), 2).named).toMatchObject([
      { line: 3, cells: { found: 2, expected: 3 } },
    ])
  })

  it('accounts for every line, whatever is in it', () => {
    const cell = fc.constantFrom(
      'ada@x.org',
      'maria@acme',
      'ida＠x.org',
      'Lovelace, Jo <jo@x.org>',
      'Ada',
      '',
      '"',
      '"a"',
      '"a\nb"',
      '"x',
      "'=1",
      'a@b',
      'Email',
      'x"y',
      '\r',
    )
    const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(','))
    const end = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 20 }), (lines) => {
        const text = lines.flat().join('')
        const file = open(text)
        const all = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
        const taken = new Set(
          file.rows.flatMap(({ line, span }) => Array.from({ length: span }, (_, index) => line + index)),
        )
        const header = all.filter((_, index) => !taken.has(index + 1))
        expect(taken.size + header.length).toBe(all.length)
        expect(file.hasHeader || header.length === 0, text).toBe(true)
        expect(header.join('\n'), text).not.toMatch(/[@＠]/)
        read(text)
        const { addresses, named, further } = readCsvAddresses(file, file.suggested)
        const shown = addresses.map((reading) => (reading.ok ? reading.address.key : reading.typed))
        const lost = ['ada@x.org', 'ida@x.org', 'jo@x.org'].filter(
          (email) => text.replace('＠', '@').includes(email) && !shown.includes(email),
        )
        if (named.length + further.length === 0) expect(lost, text).toEqual([])
      }),
      { seed: 23, numRuns: 300 },
    )
  })

  it('reads a line of 300,000 cells without offering a column for each', () => {
    const { columns, suggested } = open(`ada@x.org${','.repeat(300_000)}x\nbob@x.org`)
    expect(columns.length).toBeLessThanOrEqual(100)
    expect(suggested).toBe(0)
  })

  it('reads 20,000 lines at once, also where no quotation mark is closed', () => {
    const lines = people(20_000).map((email) => `Ada,${email}`)
    expect(cpuTime(() => read(lines.join('\n')))).toBeLessThan(2_000)
    const broken = people(2_000).map((email) => `"Ada,${email}`)
    expect(cpuTime(() => expect(read(broken.join('\n')).named).toHaveLength(2_000))).toBeLessThan(2_000)
  })
})
