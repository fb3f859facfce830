const { UsersSettings, RosterData: sameRosterData } = require('@aicx/roster')
const { createHttpApi } = require('@aicx/roster/client')
const { RosterData, useUsers } = require('@aicx/roster/headless')

test('every entry can be required', () => {
  expect([createHttpApi, useUsers].map((value) => typeof value)).toEqual(['function', 'function'])
  expect(UsersSettings).toBeDefined()
  expect(createHttpApi({ baseUrl: 'http://127.0.0.1', company: 'acme' }).company).toBe('acme')
})

test('entries share one provider', () => {
  expect(sameRosterData).toBe(RosterData)
})
