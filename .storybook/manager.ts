import { createElement } from 'react'
import { addons, types } from 'storybook/manager-api'
import { MoreSettings } from './MoreSettings.ts'

addons.register('roster', () => {
  addons.add('roster/more', {
    type: types.TOOL,
    title: 'More settings',
    match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
    render: () => createElement(MoreSettings),
  })
})
