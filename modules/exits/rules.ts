export { against, certificateFindings, confinement, decideExit, firstState, stateCertified, validUntil, type Decided, type ExitFacts, type HealthFacts, type Management, type Order, type ReadingFact } from './rules/decide.ts'
export { destinationTree, type CountedDestination } from './rules/destinations.ts'
export { assignSeats, goesTo, trimmed, type Bus, type Seated, type Waiting } from './rules/seats.ts'
export { actionsOf, boardingFault, dueBackAt, maySeat, mayDo, missingOf, openStates, stateBack, transportActions, type Standing } from './rules/states.ts'
