import { dashboardApi, type AreaOutline, type Dashboard } from '../../modules/dashboard/contract.ts'
import { useQueryOf } from '../../ui/queries.ts'

/** Outlines change when somebody imports some, not by the minute. */
export const useOutlines = ({ area: { areaId } }: Dashboard): readonly AreaOutline[] =>
  useQueryOf(dashboardApi.areaOutlines, { areaId }, { staleTime: 600_000 }).data?.items ?? []
