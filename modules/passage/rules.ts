export { decidePassage } from './rules/decide.ts'
export { daysBack, decidesAlike, factsOf, isAhead, passagePolicyOf, type PassageDraft } from './rules/facts.ts'
