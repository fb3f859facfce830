import { describe, expect, it } from 'vitest'
import { readBody } from '../../../backend/core/http/read-body.ts'
import { Refused } from '../../../backend/core/ports/refused.ts'

const piece = 4_096
const most = 1_048_576

/** A request whose body arrives in pieces, and how much of it has been read. */
function arriving(bytes: number, headers?: Record<string, string>) {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read >= bytes) return controller.close()
        read += piece
        controller.enqueue(new Uint8Array(piece))
      },
    },
    { highWaterMark: 0 },
  )
  const request = new Request('http://roster.example/', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  return { request, read: () => read }
}

describe('a body', () => {
  it.each<Record<string, string>>([{}, { 'Content-Length': '524288' }])(
    'of a stranger isn’t kept: its sender is identified before much more than 16 kB have arrived: %j',
    async (headers) => {
      const { request, read } = arriving(524_288, headers)
      const readWhenAsked: number[] = []
      const refuse = async () => {
        readWhenAsked.push(read())
        throw new Refused('signed_out')
      }
      await expect(readBody(request, most, refuse)).rejects.toMatchObject({ code: 'signed_out' })
      expect(readWhenAsked).toEqual([5 * piece])
    },
  )

  it('that is too large is refused for that, also from a stranger', async () => {
    const refuse = async () => {
      throw new Refused('signed_out')
    }
    const { request } = arriving(2 * most)
    await expect(readBody(request, most, refuse)).rejects.toMatchObject({ code: 'body_too_large' })
  })

  it('of a member is whole, and a short one needs no identification', async () => {
    let asked = 0
    const admit = async () => void asked++
    expect(await readBody(arriving(2 * piece).request, most, admit)).toHaveLength(2 * piece)
    expect(asked).toBe(0)
    expect(await readBody(arriving(100 * piece).request, most, admit)).toHaveLength(100 * piece)
    expect(asked).toBe(1)
  })
})
