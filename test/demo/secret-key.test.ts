import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { secretKeyIn } from '../../demo/server/secret-key.ts'

vi.mock('node:fs', { spy: true })

it('leaves no empty secret key when the disk is full', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roster-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = vi.mocked(writeFileSync)
  const whole = write.getMockImplementation() ?? writeFileSync
  write.mockImplementationOnce((path) => {
    whole(path, '')
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  await expect(secretKeyIn(folder)).rejects.toThrow('no space')

  const key = await secretKeyIn(folder)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await secretKeyIn(folder)).toBe(key)
  expect(readdirSync(folder)).toEqual(['secret-key'])
  expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600)
})
