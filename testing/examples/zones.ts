import { zonesApi as api, type ZoneCard, type zonesApi } from '../../modules/zones/contract.ts'
import { addMinutes } from '../../kernel/dates.ts'
import { clock } from '../world.ts'
import { exampleFile } from './files.ts'
import { firstCompound } from './duty.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

export const gradeOrder = (w: ExampleWorld, value: 'lockdown' | 'control' | 'prevention' | 'lifted' = 'control', orderNo = '指挥部通告第7号') =>
  ({ areaId: firstCompound(w).id, kind: 'compoundGrade', value, orderNo, issuer: '市疫情防控指挥部' }) as const

/** The first compound under 管控, with its checklist open. */
export const aGrade = async (w: ExampleWorld, orderNo?: string): Promise<ZoneCard> => (await w.c.as('subdistrictOfficer')).call(api.setZone, gradeOrder(w, 'control', orderNo))
const anItem = async (w: ExampleWorld) => ({ itemId: (await aGrade(w)).items[0]?.itemId ?? '' })
const aPhoto = async (w: ExampleWorld) => {
  const item = await (await w.c.as('communityWorker')).call(api.addZonePhoto, await anItem(w), { upload: exampleFile('zones.addZonePhoto') })
  return { photoId: item.photos[0]?.photoId ?? '' }
}
export const ownMeasure = { title: { zh: '每个单元门口放一个消毒脚垫', en: 'A disinfectant mat at every door' }, ownerRole: 'propertyTeam', dueHours: 12, source: null } as const
const tomorrow = () => addMinutes(clock.now, 24 * 60)

export const zonesExamples: ExamplesOf<typeof zonesApi> = {
  zoneAreas: async () => ({ tab: 'communities' }),
  zoneCounts: async () => ({}),
  zoneCard: async (w) => ({ areaId: firstCompound(w).id }),
  previewZone: async (w) => ({ areaId: firstCompound(w).id, kind: 'compoundGrade', value: 'lockdown' }),
  setZone: async (w) => gradeOrder(w),
  undoZone: async (w) => ({ zoneId: (await aGrade(w)).current?.zoneId ?? '' }),
  addZoneItem: async (w) => ({ areaId: (await aGrade(w)).area.areaId, title: '给12幢加装门磁', ownerRole: 'propertyTeam', dueAt: tomorrow() }),
  assignZoneItem: async (w) => ({ ...(await anItem(w)), ownerAccountId: (await w.c.as('propertyStaff')).accountId }),
  finishZoneItem: async (w) => ({ ...(await anItem(w)), note: '东门留用,其余已封' }),
  skipZoneItem: async (w) => ({ ...(await anItem(w)), reason: '没有地下车库' }),
  reopenZoneItem: async (w) => {
    const item = await anItem(w)
    await (await w.c.as('communityWorker')).call(api.finishZoneItem, item)
    return item
  },
  addZonePhoto: anItem,
  removeZonePhoto: aPhoto,
  zonePhoto: aPhoto,
  zoneChecklists: async () => ({}),
  saveZoneChecklist: async () => ({ value: 'control', measures: [ownMeasure] }),
  useZoneChecklist: async (w) => ({ value: 'control', checklistId: (await w.caller.call(api.saveZoneChecklist, { value: 'control', measures: [ownMeasure] })).checklistId }),
  publicZones: async (w) => ({ areaId: (await aGrade(w)).area.areaId }),
}
