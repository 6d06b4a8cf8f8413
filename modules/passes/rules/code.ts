/** The signed code, whole: read, judged, and what is carried to judge it. Pure; the phone runs it too. */
export { applyKeys, applyStops } from './carried.ts'
export { decodePass, encodePass, type ReadPass, type Sign } from './layout.ts'
export { judgePass, verifyPass, type Situation, type VerifySignature } from './verify.ts'
