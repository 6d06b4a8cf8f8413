export * from './store/items.ts'
export * from './store/movements.ts'
export * from './store/requests.ts'
