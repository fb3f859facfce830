import { describe, expect, it } from 'vitest'
import { pathTo, readPlace } from '../../demo/src/address/place.ts'

describe('a path of the demo', () => {
  it('names a place', () => {
    const place = { company: 'a/b', page: 'settings', item: 'ü %' } as const
    expect(readPlace(pathTo(place))).toEqual(place)
  })

  it.each(['/%E0%A4%A', '/%', '/%zz/settings/users', '/acme/settings/%E0%A4%A', '/%C0%80/%/%'])(
    'with a broken escape is a page, not an error: %s',
    (path) => {
      expect(readPlace(path).company).toBe(path.split('/')[1])
    },
  )
})
