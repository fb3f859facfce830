const { createHttpApi } = require('@aicx/roster/client')
const { RosterData, useUsers } = require('@aicx/roster/headless')

test('the client and the hooks can be required', () => {
  expect([createHttpApi, useUsers].map((value) => typeof value)).toEqual(['function', 'function'])
  expect(RosterData).toBeDefined()
  expect(createHttpApi({ baseUrl: 'http://127.0.0.1', company: 'acme' }).company).toBe('acme')
})
