export * from './store/figures.ts'
export * from './store/homes.ts'
export * from './store/people.ts'
export * from './store/visits.ts'
