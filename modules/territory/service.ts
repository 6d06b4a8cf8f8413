import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import type { territoryApi } from './contract.ts'
import { createArea, renameArea, setAreaDetails, setGridHouseholds } from './service/change.ts'
import { closeArea, mergeAreas, moveArea, moveJobs, reopenArea } from './service/move.ts'
import { areaChildren, areaHistory, gridWarnings, readArea, searchAreas } from './service/read.ts'

export { areaById, areasAbove, areasCalled, namesOfAreas, communityDirectory, communityOf, homeCodeOf, searchAreas, type Area } from './service/read.ts'
export { divisions } from './service/divisions.ts'
export { plantArea, isAreaCode, createArea } from './service/change.ts'

export const territoryService: Service<typeof territoryApi, Ctx> = {
  areaChildren,
  areaById: readArea,
  searchAreas,
  areaHistory,
  gridWarnings,
  createArea,
  renameArea,
  setAreaDetails,
  moveArea,
  mergeAreas,
  closeArea,
  reopenArea,
  setGridHouseholds,
}

export const territoryJobs: Jobs = moveJobs
