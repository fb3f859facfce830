const react = require('react')
const server = require('react-dom/server')
const roster = require('@aicx/roster')
const { createHttpApi } = require('@aicx/roster/client')
const { RosterData, useUsers } = require('@aicx/roster/headless')
const { renderEvery } = require('./every-component.cjs')

test('every entry can be required', () => {
  expect([createHttpApi, useUsers].map((value) => typeof value)).toEqual(['function', 'function'])
  expect(createHttpApi({ baseUrl: 'http://127.0.0.1', company: 'acme' }).company).toBe('acme')
})

test('entries share one provider', () => {
  expect(roster.RosterData).toBe(RosterData)
})

test('every component renders', () => {
  const html = renderEvery(roster, react, server)
  expect(Object.keys(html).length).toBeGreaterThan(15)
  expect(html.UsersTable).toContain('Ada Lovelace')
  expect(html.UserPanel).toContain('Ada Lovelace')
})
