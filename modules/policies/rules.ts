export { classify, relationOf, riskOf } from './rules/classify.ts'
export { decide, extendStages, isSymptomatic, laterEnd, readTemperature, ruleFor, stagesFrom, undecided, type Reading } from './rules/decide.ts'
export { differences, passageParts, resumptionParts, type Cases, type Difference, type ExitTermName, type PassagePart, type ResumptionPart, type ValueName } from './rules/differences.ts'
export { chooseInForce, holdsAt, nearestFirst, type Lost } from './rules/in-force.ts'
