import { policiesApi } from '../../modules/policies/contract.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useMe } from '../me.ts'

/** The classes of origin are the order's own, so their names are read from it. */
export function useOriginClasses(): { value: string; label: string }[] {
  const me = useMe()
  const language = useLanguage()
  const areaId = me.area?.id ?? ''
  const chosen = useQueryOf(policiesApi.policyInForceFor, { areaId }, { enabled: areaId !== '', staleTime: 600_000 }).data?.chosen
  const order = useQueryOf(policiesApi.getPolicy, { policyId: chosen?.id ?? '' }, { enabled: chosen !== null && chosen !== undefined, staleTime: 600_000 }).data
  return order?.document.originClasses.map(({ id, name }) => ({ value: id, label: name[language] })) ?? []
}
