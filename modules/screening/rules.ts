export { actionsOf, isUndoable, mayDo, screeningTable } from './rules/states.ts'
export {
  ARRIVAL_DAYS, bringsNews, isSameArrival, isSamePerson, mergeHealth, provinceOf, stillRuns, type ArrivalKey, type HealthSaid,
} from './rules/arrival.ts'
export { factsFor, gapsOf, isDeviceError, receiptNoOf, verifyByOf, type Papers, type Said } from './rules/facts.ts'
export { contradictionsOf, toldOf } from './rules/contradiction.ts'
export * from './rules/ten-points.ts'
