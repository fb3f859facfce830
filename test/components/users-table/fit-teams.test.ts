import { describe, expect, it } from 'vitest'
import { fitTeams } from '../../../src/components/users-table/fit-teams.ts'

const team = (name: string, direct = true) => ({ id: name, name, direct, viaRole: !direct })
const shown = (...teams: ReturnType<typeof team>[]) => fitTeams(teams, 288, 'via role')

describe('fitTeams', () => {
  it('shows all that find room', () => {
    expect(shown(team('Key customers'), team('Returns'), team('Support EMEA'))).toBe(3)
  })

  it('keeps room for "+2" where more follow', () => {
    const teams = ['Support EMEA', 'Onboarding', 'Weekend cover', 'Night shift'].map((name) => team(name))
    expect(shown(...teams)).toBe(2)
  })

  it('counts the note of a team via role, and letters that are twice as wide', () => {
    expect(shown(team('Support EMEA'), team('Escalations', false), team('Returns'))).toBe(2)
    expect(shown(team('サポートチーム東京'), team('オンボーディング'), team('夜勤シフト'))).toBe(2)
  })

  it('shows one however long it is, and none of none', () => {
    expect(shown(team('x'.repeat(200)), team('y'))).toBe(1)
    expect(shown()).toBe(0)
  })
})
