export * from './store/carry.ts'
export * from './store/devices.ts'
export * from './store/parcels.ts'
