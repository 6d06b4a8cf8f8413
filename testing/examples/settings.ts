import type { settingsApi } from '../../modules/settings/contract.ts'
import type { ExamplesOf } from './index.ts'

export const settingsExamples: ExamplesOf<typeof settingsApi> = {
  listSettings: async () => ({}),
  changeSetting: async () => ({ key: 'exports.releaseHours', value: 24, reason: '按本区规定' }),
}
