import { expect, it, vi } from 'vitest'
import { createLateValue } from '../../src/primitives/dialog/create-late-value.ts'

it('a late value is loaded once, and tells its subscribers', async () => {
  const request = vi.fn(async () => 'layer')
  const late = createLateValue(request)
  const listener = vi.fn()
  const unsubscribe = late.subscribe(listener)
  expect(late.get()).toBeUndefined()
  await Promise.all([late.load(), late.load()])
  await late.load()
  expect(request).toHaveBeenCalledOnce()
  expect(listener).toHaveBeenCalledOnce()
  expect(late.get()).toBe('layer')
  unsubscribe()
})

it('a late value that fails to load can be loaded again', async () => {
  const request = vi.fn<() => Promise<string>>()
  request.mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce('layer')
  const late = createLateValue(request)
  await expect(late.load()).rejects.toThrow('offline')
  expect(late.get()).toBeUndefined()
  await late.load()
  expect(late.get()).toBe('layer')
})
