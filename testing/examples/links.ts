import { uuidv7 } from 'uuidv7'
import { linksApi as api, type linksApi } from '../../modules/links/contract.ts'
import { createPersonalLink } from '../../modules/links/service.ts'
import type { Community } from '../world.ts'
import type { ExamplesOf } from './index.ts'

const personal = async (c: Community) => {
  const episodeId = uuidv7()
  await c.tx('communityWorker', (ctx) => createPersonalLink(ctx, { personId: uuidv7(), episodeId, areaId: c.community.id, areaPath: c.community.path }))
  return { episodeId }
}

export const linksExamples: ExamplesOf<typeof linksApi> = {
  declarationLink: async ({ c }) => ({ areaId: c.community.id }),
  createDeclarationLink: async ({ c }) => ({ areaId: c.community.id }),
  revokeLink: async ({ c, caller }) => ({ linkId: (await caller.call(api.createDeclarationLink, { areaId: c.community.id })).linkId }),
  personalLink: ({ c }) => personal(c),
  renewPersonalLink: ({ c }) => personal(c),
  openLink: async () => ({}),
}
