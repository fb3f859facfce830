import { expect, it } from 'vitest'
import { addUpWorks } from '../../../src/components/idle-logout/add-up-works.ts'

it('adds up works of one kind, so that each is named once', () => {
  expect(
    addUpWorks([
      { label: 'delete', done: 1, total: 10 },
      { label: 'invite', done: 3, total: 9 },
      { label: 'delete', done: 2, total: 20 },
      { label: 'Uploading' },
      { label: 'Uploading', done: 1, total: 2 },
    ]),
  ).toEqual([
    { label: 'delete', done: 3, total: 30 },
    { label: 'invite', done: 3, total: 9 },
    { label: 'Uploading', done: undefined, total: undefined },
  ])
})
