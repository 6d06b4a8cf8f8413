import { leadsApi as api, type leadsApi } from '../../modules/leads/contract.ts'
import { openLead } from '../../modules/leads/service.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { somebody } from './people.ts'

/** A fever found at the door of somebody in the register. */
export async function aLead(w: ExampleWorld): Promise<{ leadId: string }> {
  const { personId } = await somebody(w)
  const grid = w.c.compounds[0]?.grids[0] ?? w.c.community
  const { leadId } = await w.c.tx('communityWorker', (ctx) =>
    openLead(ctx, { kind: 'fever', personId, areaId: grid.id, areaPath: grid.path, summary: { temperature: 38.2, symptoms: ['cough'] }, dueMinutes: 120 }))
  return { leadId }
}

export const leadsExamples: ExamplesOf<typeof leadsApi> = {
  listLeads: async () => ({ tab: 'active' }),
  leadCounts: async () => ({}),
  leadsAbout: async (w) => ({ personId: (await somebody(w)).personId }),
  getLead: aLead,
  seeLead: aLead,
  receiveLead: aLead,
  handBackLead: async (w) => {
    const lead = await aLead(w)
    await w.caller.call(api.receiveLead, lead)
    return lead
  },
  noteLead: async (w) => ({ ...(await aLead(w)), step: 'firstCall', note: '电话联系到本人', told: ['community'] }),
  referLead: async (w) => ({ ...(await aLead(w)), hospital: '州人民医院发热门诊', transport: 'negativePressure' }),
  confirmArrival: async (w) => {
    const lead = await aLead(w)
    await (await w.c.as('healthCentreDoctor')).call(api.referLead, { ...lead, hospital: '州人民医院发热门诊', transport: 'ambulance' })
    return lead
  },
  closeLead: async (w) => ({ ...(await aLead(w)), result: 'excluded', note: '复测 36.8 ℃' }),
  reopenLead: async (w) => {
    const lead = await aLead(w)
    await (await w.c.as('healthCentreDoctor')).call(api.closeLead, { ...lead, result: 'excluded' })
    return lead
  },
}
