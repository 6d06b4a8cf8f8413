export * from './store/cards.ts'
export * from './store/lists.ts'
export * from './store/persons.ts'
export * from './store/households.ts'
